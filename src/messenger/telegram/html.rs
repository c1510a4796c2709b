//! Our markup in Telegram's HTML (<https://core.telegram.org/bots/api#html-style>).
//! Not here: reading it back.

use std::fmt::Write as _;

use crate::messenger::{Markup, Span};

/// Renders a text; quotes are escaped too, since an address stands in an attribute.
pub(super) fn render(text: &Markup) -> String {
    let mut html = String::with_capacity(text.as_str().len());
    for span in text.spans() {
        match span {
            Span::Text(words) => html.push_str(Markup::plain(&words).as_str()),
            Span::Open("a", Some(address)) => {
                let _ = write!(html, "<a href=\"{}\">", Markup::plain(&address).as_str());
            }
            Span::Open(tag, _) => {
                let _ = write!(html, "<{}>", spelled(tag));
            }
            Span::Close(tag) => {
                let _ = write!(html, "</{}>", spelled(tag));
            }
        }
    }
    html
}

fn spelled(tag: &str) -> &str {
    if tag == "quote" { "blockquote" } else { tag }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_typed_stays_text() {
        let typed = Markup::plain("Оля <b>& \"Ко\"</b>");
        assert_eq!(render(&typed), "Оля &lt;b&gt;&amp; &quot;Ко&quot;&lt;/b&gt;");
    }

    #[test]
    fn a_quote_is_spelled_as_telegram_spells_it() {
        assert_eq!(render(&Markup::trusted("<quote>да</quote>")), "<blockquote>да</blockquote>");
    }
}

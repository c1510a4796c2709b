//! Words, numbers and signs: what a phrase is made of.
//! Not here: what any of them means.

/// The most characters of a phrase that are looked at; nobody needs so many for a date.
const MOST: usize = 200;

/// A piece of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A number of at most four digits, and how many digits it was written with.
    Number(u32, usize),
    /// A word in lower case, ё as е.
    Word(String),
    /// One of `.`, `:`, `-`, `/`.
    Sign(char),
}

/// The pieces of a phrase; `None` where it has a sign or a number that no date has.
pub(super) fn tokens(phrase: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = phrase.chars().take(MOST).map(plain).peekable();
    while let Some(first) = rest.next() {
        let mut run = String::from(first);
        let is_same: fn(&char) -> bool = match first {
            _ if first.is_ascii_digit() => char::is_ascii_digit,
            _ if first.is_alphabetic() => |next| next.is_alphabetic(),
            ' ' | ',' | '(' | ')' => continue,
            '.' | ':' | '-' | '/' => {
                tokens.push(Token::Sign(first));
                continue;
            }
            _ => return None,
        };
        while let Some(next) = rest.next_if(is_same) {
            run.push(next);
        }
        tokens.push(if first.is_ascii_digit() {
            if run.len() > 4 {
                return None;
            }
            Token::Number(run.parse().ok()?, run.len())
        } else {
            Token::Word(run)
        });
    }
    Some(tokens)
}

/// One spelling for what is spelled in many ways.
fn plain(sign: char) -> char {
    match sign {
        '‐'..='―' | '−' => '-',
        'ё' | 'Ё' => 'е',
        sign if sign.is_whitespace() => ' ',
        ';' => ',',
        sign => sign.to_lowercase().next().unwrap_or(sign),
    }
}

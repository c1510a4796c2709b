//! The HTML parse mode: section 5 of the facts.

use crate::bot::Bot;
use serde_json::json;

/// HTML, the plain text, and the entities as kind, offset, length.
const MARKUP: [(&str, &str, &str); 18] = [
    ("a <b>б</b>", "a б", "bold 2 1"),
    ("<strong>ж</strong><em>к</em>", "жк", "bold 0 1, italic 1 1"),
    ("<u>п</u><ins>п</ins>", "пп", "underline 0 1, underline 1 1"),
    (
        "<s>1</s><strike>2</strike><del>3</del>",
        "123",
        "strikethrough 0 1, strikethrough 1 1, strikethrough 2 1",
    ),
    ("<tg-spoiler>т</tg-spoiler><span class=\"tg-spoiler\">т</span>", "тт", "spoiler 0 1, spoiler 1 1"),
    ("🏟<i>🏟 &lt🏟</i>", "🏟🏟 <🏟", "italic 2 6"),
    ("&lt;&gt;&amp;&quot;&laquo;&#12345678;", "<>&\"&laquo;&#12345678;", ""),
    ("&#1071; & co &#x42f;", "Я & co Я", ""),
    ("<blockquote>ц</blockquote>", "ц", "blockquote 0 1"),
    ("<blockquote expandable>ц</blockquote>", "ц", "expandable_blockquote 0 1"),
    ("<pre><code class=\"language-sql\">x</code></pre>", "x", "pre 0 1"),
    ("<code>x</code>", "x", "code 0 1"),
    ("<a href=\"https://example.com/a?b=1\">с</a>", "с", "text_link 0 1"),
    ("<a href=\"нет такого\">с</a>", "с", ""),
    ("<i>a</>", "a", "italic 0 1"),
    ("<B>a</b >", "a", "bold 0 1"),
    (
        "см. https://ya.ru <b>@metodist_bot</b> /menu",
        "см. https://ya.ru @metodist_bot /menu",
        "url 4 13, bold 18 13, bot_command 32 5",
    ),
    ("  \n<b>краткость</b>  ", "краткость", "bold 0 9"),
];

/// HTML, and what comes after `can't parse entities: `.
const BROKEN: [(&str, &str); 18] = [
    ("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"),
    ("🏟 🏟&lt;<abac aba>", "Unsupported start tag \"abac\" at byte offset 13"),
    ("a<br>b", "Unsupported start tag \"br\" at byte offset 1"),
    ("<p>b</p>", "Unsupported start tag \"p\" at byte offset 0"),
    ("5 < 6 > 4", "Unsupported start tag \"\" at byte offset 2"),
    ("🏟 🏟&lt;<i   =aba>", "Empty attribute name in the tag \"i\" at byte offset 13"),
    (
        "🏟 🏟&lt;<i    aba>",
        "Expected equal sign in declaration of an attribute of the tag \"i\" at byte offset 13",
    ),
    ("🏟 🏟&lt;<i    aba  =  ", "Unclosed start tag \"i\" at byte offset 13"),
    ("🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
    ("🏟 🏟&lt;<i    aba  =  \"&lt;&gt;&quot;>", "Unclosed start tag at byte offset 13"),
    ("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"),
    ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
    ("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"),
    ("🏟 🏟&lt;<i>a</em   >", "Unmatched end tag at byte offset 17, expected \"</i>\", found \"</em>\""),
    ("<b>a", "Can't find end tag corresponding to start tag \"b\""),
    ("<b><i>a</b></i>", "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\""),
    ("<span>a</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
    (
        "&#57311;",
        "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
    ),
];

#[tokio::test]
async fn markup_becomes_entities() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("/start");
    for (html, text, entities) in MARKUP {
        let params = json!({"chat_id": anna.id(), "text": html, "parse_mode": "HTML"});
        let message = bot.does("sendMessage", params).await?;
        assert_eq!(message["text"], text, "{html}");
        let entities_seen = message["entities"].as_array().into_iter().flatten();
        let seen: Vec<String> = entities_seen
            .map(|e| format!("{} {} {}", e["type"].as_str().unwrap_or_default(), e["offset"], e["length"]))
            .collect();
        assert_eq!(seen.join(", "), entities, "{html}");
    }
    Ok(())
}

#[tokio::test]
async fn broken_markup_is_refused_with_the_servers_words() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("/start");
    for (html, text) in BROKEN {
        let params = json!({"chat_id": anna.id(), "text": html, "parse_mode": "html"});
        let description = bot.refused(400, "sendMessage", params).await?;
        assert_eq!(description, format!("Bad Request: can't parse entities: {text}"), "{html}");
    }
    let params = json!({"chat_id": anna.id(), "text": "a", "parse_mode": "BBCode"});
    assert_eq!(bot.refused(400, "sendMessage", params).await?, "Bad Request: unsupported parse_mode");
    Ok(())
}

#[tokio::test]
async fn what_stands_on_the_screen_is_safe_html() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("<script>alert(1)</script> https://ya.ru/?a=1&b=2");
    let html = "<b>жирный <i>и &lt;косой&gt;</i></b> <a href=\"https://example.com/?a=1&amp;b=2\">там</a>";
    bot.does("sendMessage", json!({"chat_id": anna.id(), "text": html, "parse_mode": "HTML"})).await?;
    let seen: Vec<String> = anna.chat().into_iter().map(|bubble| bubble.html).collect();
    assert_eq!(
        seen[0],
        "&lt;script&gt;alert(1)&lt;/script&gt; <a href=\"https://ya.ru/?a=1&amp;b=2\">https://ya.ru/?a=1&amp;b=2</a>"
    );
    assert_eq!(seen[1], html);
    Ok(())
}

//! Character references: the four named ones and numbers. Anything else stays as it is written.

/// Code points above this are kept as they are written.
const LAST_CODE_POINT: u32 = 0x10_FFFF;

/// What stands after `&`: the code point it means, and how many bytes it takes. The code may be a lone
/// surrogate, which no text may hold.
pub(super) fn reference(rest: &str) -> Option<(u32, usize)> {
    match rest.strip_prefix('#') {
        Some(number) => numeric(number),
        None => named(rest),
    }
}

fn named(rest: &str) -> Option<(u32, usize)> {
    let known = [("lt", '<'), ("gt", '>'), ("amp", '&'), ("quot", '"')];
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    known.iter().find(|(name, _)| *name == &rest[..length]).map(|(_, c)| (u32::from(*c), length))
}

fn numeric(rest: &str) -> Option<(u32, usize)> {
    let (digits, radix, prefix) = match rest.strip_prefix('x') {
        Some(hex) => (hex, 16, 2),
        None => (rest, 10, 1),
    };
    let length = digits.bytes().take_while(|b| char::from(*b).is_digit(radix)).count();
    let code = u32::from_str_radix(&digits[..length], radix).ok()?;
    (1..=LAST_CODE_POINT).contains(&code).then_some((code, prefix + length))
}

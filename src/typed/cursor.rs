//! Going through a phrase from left to right, with a way back.
//! Not here: any rule.

use super::tokens::Token;

/// A place in a phrase. Cheap to copy: a rule that fails leaves the place where it was.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'t> {
    rest: &'t [Token],
}

impl<'t> Cursor<'t> {
    pub(super) fn new(tokens: &'t [Token]) -> Self {
        Self { rest: tokens }
    }

    pub(super) fn is_at_end(self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn peek(self) -> Option<&'t Token> {
        self.rest.first()
    }

    pub(super) fn skip(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_default();
    }

    /// Takes a number, with how many digits it has.
    pub(super) fn number(&mut self) -> Option<(u32, usize)> {
        let Some(Token::Number(number, digits)) = self.peek() else { return None };
        self.skip();
        Some((*number, *digits))
    }

    /// Takes this sign.
    pub(super) fn sign(&mut self, sign: char) -> Option<()> {
        (self.peek() == Some(&Token::Sign(sign))).then(|| self.skip())
    }

    /// Takes a word for which `read` has a meaning.
    pub(super) fn word<T>(&mut self, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let Some(Token::Word(word)) = self.peek() else { return None };
        let meaning = read(word)?;
        self.skip();
        Some(meaning)
    }

    /// Takes one of these words.
    pub(super) fn one_of(&mut self, words: &[&str]) -> Option<()> {
        self.word(|word| words.contains(&word).then_some(()))
    }

    /// Tries a rule; where it fails, nothing is taken.
    pub(super) fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let found = rule(&mut ahead)?;
        *self = ahead;
        Some(found)
    }
}

//! Rows of buttons as Telegram's inline keyboard. Not here: which buttons.

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use crate::messenger::{Button, CallFailure, Target};

/// Renders the rows; an empty list takes the keyboard away.
pub(super) fn render(rows: &[Vec<Button>]) -> Result<InlineKeyboardMarkup, CallFailure> {
    let rows: Result<Vec<Vec<_>>, _> =
        rows.iter().map(|row| row.iter().map(button).collect::<Result<Vec<_>, _>>()).collect();
    Ok(InlineKeyboardMarkup::new(rows?))
}

fn button(button: &Button) -> Result<InlineKeyboardButton, CallFailure> {
    match &button.target {
        Target::Action(payload) => Ok(InlineKeyboardButton::callback(&button.label, payload.as_str())),
        Target::Link(address) => {
            let address = address
                .parse()
                .map_err(|_| CallFailure::Refused("a button's address is broken".to_owned()))?;
            Ok(InlineKeyboardButton::url(&button.label, address))
        }
    }
}

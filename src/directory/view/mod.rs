//! The screens of the directory: what somebody looks after, the list of people, a card, and giving and ending a role.
//! Not here: any decision and any statement.

mod action;
mod card;
mod list;
mod role;

pub use action::{ACTIONS, Action, WORD, place_of};
pub use card::{CardView, card_screen};
pub use list::{
    ListView, admin_button, admin_screen, back_button, people_button, people_screen, table_screen,
};
pub use role::{Place, ask_screen, end_screen, role_letter, role_screen, roles_screen, units_screen};

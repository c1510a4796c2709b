//! Telegram on one's own machine: an emulated Bot API over HTTP, as strict as the real one, with people
//! whom a test or a browser page can play. It knows nothing of the product that talks to it.
//!
//! In reading order: [`Sandbox`] starts everything; [`Phone`] is what a person can do and see; `world`
//! is the state; `api` answers the bot; [`Faults`] breaks answers on demand; [`phones`] is the page.

mod api;
mod bubble;
mod core;
mod faults;
mod fingers;
mod formatted;
mod group;
mod html;
mod markup;
mod phone;
pub mod phones;
mod press;
mod rates;
mod rules;
mod sandbox;
mod sent;
mod time;
mod wire;
mod world;

pub use bubble::{Bubble, FileSeen, Key};
pub use core::{Call, Change};
pub use faults::{Fault, FaultId, Faults, Match};
pub use group::Group;
pub use phone::Phone;
pub use press::{Answer, Press};
pub use rates::Limits;
pub use sandbox::{BotSeen, CommandSeen, Options, PersonSeen, Profile, Sandbox};
pub use sent::Sent;
pub use time::{SystemTime, Time};

//! The emulator's replies over HTTP, compared with what is known of the real server, rule by rule. What
//! people see on the page is tested elsewhere.

mod bot;
mod chats;
mod faults;
mod html;
mod limits;
mod messages;
mod presses;
mod screens;
mod settings;
mod transport;
mod updates;
mod webhooks;

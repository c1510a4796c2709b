//! Metodist: a messenger bot for a municipal teacher-support service.
//!
//! The rooms, in reading order. An event comes in through `messenger`, lies in the `inbox`, is handled as a `turn`
//! that `dispatch` leads to a capability, and is answered with a screen.

pub mod app;
pub mod capability;
pub mod check;
pub mod clock;
pub mod config;
pub mod content;
pub mod conversations;
pub mod db;
pub mod demo;
pub mod diagnostics;
pub mod dispatch;
pub mod documents;
pub mod errors;
pub mod inbox;
pub mod messenger;
pub mod outbox;
pub mod people;
pub mod texts;
pub mod turn;
pub mod units;

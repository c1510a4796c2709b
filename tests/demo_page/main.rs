//! The demo as its visitor meets it: `metodist demo`, its page in a real Chromium at the width of a phone, fingers only.
//! With METODIST_SCREENSHOTS=folder it leaves the pictures that the README and the coordinator's handbook show.

#![expect(clippy::expect_used, reason = "a test may end with a sentence")]

mod announcement;
#[path = "../../sandbox/tests/phones_page/browser.rs"]
#[expect(dead_code, reason = "the driver of the page's own tests, which use more of it")]
mod browser;
mod consultation;
mod meeting;
mod people;
mod routes;
mod teacher;
mod visitor;

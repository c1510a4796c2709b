//! The people of the demo: each comes in and answers through the bot itself, so that there is something to see.
//! Not here: anything a real installation runs.

use sandbox::Sandbox;

use crate::clock::Clock;

/// Lets the demo people live through their last months.
pub(super) async fn play(sandbox: &Sandbox, _clock: &Clock) {
    sandbox.person("Анна Петрова");
}

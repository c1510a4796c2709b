//! Coming by the picture at the door: a link that says which meeting and its word. Whoever has not registered is led in as
//! anybody else is.
//! Not here: whether the word holds, which is asked as if it had been typed.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use uuid::Uuid;

use super::day;
use crate::{
    capability::{Outcome, Tree},
    messenger::Event,
    people::Standing,
    turn::Turn,
};

/// What the link of a door begins with.
const DOOR: char = 'h';

/// What the link of a door ends in.
pub(super) fn door_word(id: Uuid, code: &str) -> String {
    format!("{DOOR}{code}{}", URL_SAFE_NO_PAD.encode(id.as_bytes()))
}

/// The meeting and the word of such a link.
fn read_door_word(word: &str) -> Option<(Uuid, String)> {
    let rest = word.strip_prefix(DOOR).filter(|rest| rest.is_ascii() && rest.len() == 26)?;
    let (code, id) = rest.split_at(4);
    let id = Uuid::from_slice(&URL_SAFE_NO_PAD.decode(id).ok()?).ok()?;
    code.bytes().all(|each| each.is_ascii_digit()).then(|| (id, code.to_owned()))
}

/// Catches whoever has registered and comes by the picture at a door.
#[must_use]
pub fn arrivals() -> Tree {
    dptree::filter_map(|turn: Turn| door(&turn)).endpoint(arrive)
}

/// A meeting, and the word that somebody brings.
#[derive(Clone)]
struct AtDoor(Uuid, String);

fn door(turn: &Turn) -> Option<AtDoor> {
    let Event::Command { name, argument } = &turn.incoming().event else { return None };
    let (id, code) = read_door_word(argument).filter(|_| name == "start")?;
    (turn.standing() == Standing::Registered).then_some(AtDoor(id, code))
}

async fn arrive(turn: Turn, AtDoor(id, code): AtDoor) -> Outcome {
    day::enter(&turn, id, &code).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_of_a_door_is_read_back_and_nothing_else_is() {
        let id = Uuid::max();
        let word = door_word(id, "0470");
        assert_eq!(read_door_word(&word), Some((id, "0470".to_owned())));
        for other in [
            "",
            "h",
            "h0470",
            "i0470AAAAAAAAAAAAAAAAAAAAAA",
            "h047xAAAAAAAAAAAAAAAAAAAAAA",
            "ч0470AAAAAAAAAAAAAAAAAAAAAA",
        ] {
            assert_eq!(read_door_word(other), None, "{other}");
        }
    }
}

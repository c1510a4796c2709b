//! The buttons under an announcement.

use uuid::Uuid;

use super::composing::{find_draft, save, write};
use crate::{
    broadcasts::{
        jobs::screens,
        model::{Broadcast, Extra, MOST_BUTTONS, MOST_LABEL, read_link},
        view::{self, Action, Deed},
    },
    capability::Outcome,
    errors::Refusal,
    turn::Turn,
};

pub(super) async fn toggle_acknowledging(turn: &Turn, id: Uuid) -> Outcome {
    let mut draft = find_draft(turn, id).await?;
    if draft.asks_to_acknowledge() {
        draft.buttons.retain(|extra| *extra != Extra::Acknowledge);
    } else {
        add(&mut draft, vec![Extra::Acknowledge])?;
    }
    save(turn, turn.begin().await?, &draft).await
}

fn add(draft: &mut Broadcast, extras: Vec<Extra>) -> anyhow::Result<()> {
    if draft.buttons.len() + extras.len() > MOST_BUTTONS {
        let args = vec![("most", MOST_BUTTONS.into())];
        return Err(Refusal { key: "broadcasts-buttons-too-many", args }.into());
    }
    draft.buttons.extend(extras);
    Ok(())
}

/// Shows the buttons, or asks for one more.
pub(super) async fn show(turn: &Turn, id: Uuid, deed: Deed) -> Outcome {
    let draft = find_draft(turn, id).await?;
    turn.finish(Some(&Action::On(id, deed).into())).await?;
    let texts = turn.texts();
    Ok(match deed {
        Deed::Link => view::link_screen(&draft, texts),
        Deed::Choices => view::choices_screen(&draft, texts),
        Deed::Screens => {
            let all = screens(turn.app(), texts);
            let listed: Vec<_> = all.iter().map(|(name, label, _)| (name.as_str(), label.clone())).collect();
            view::screens_screen(&draft, &listed, texts)
        }
        _ => view::buttons_screen(&draft, texts),
    })
}

async fn saved(turn: &Turn, draft: &Broadcast) -> Outcome {
    write(turn.begin().await?, draft, Deed::Buttons).await?;
    Ok(view::buttons_screen(draft, turn.texts()))
}

pub(super) async fn receive_link(turn: &Turn, id: Uuid) -> Outcome {
    let mut draft = find_draft(turn, id).await?;
    let link = read_link(turn.words().unwrap_or_default());
    add(&mut draft, vec![link.ok_or_else(|| Refusal::because("broadcasts-link-fault"))?])?;
    saved(turn, &draft).await
}

/// Each line is an answer to choose.
pub(super) async fn receive_choices(turn: &Turn, id: Uuid) -> Outcome {
    let mut draft = find_draft(turn, id).await?;
    let words = turn.words().unwrap_or_default();
    let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() || lines.iter().any(|line| line.chars().count() > MOST_LABEL) {
        return Err(Refusal::because("broadcasts-choices-fault"));
    }
    add(&mut draft, lines.into_iter().map(|line| Extra::Choice(line.to_owned())).collect())?;
    saved(turn, &draft).await
}

pub(super) async fn add_screen(turn: &Turn, id: Uuid, command: String) -> Outcome {
    let mut draft = find_draft(turn, id).await?;
    if screens(turn.app(), turn.texts()).iter().all(|(name, ..)| *name != command) {
        return Err(super::out_of_sight());
    }
    add(&mut draft, vec![Extra::Open(command)])?;
    saved(turn, &draft).await
}

pub(super) async fn take_off(turn: &Turn, id: Uuid, number: usize) -> Outcome {
    let mut draft = find_draft(turn, id).await?;
    if number < draft.buttons.len() {
        draft.buttons.remove(number);
    }
    saved(turn, &draft).await
}

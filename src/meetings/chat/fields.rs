//! What else is said of a meeting: its level and form, materials, with what people come, what was decided.
//! Not here: calling one.

use uuid::Uuid;

use super::{authorise, find_mine, looking::find_seen, out_of_sight};
use crate::{
    attachments::{self, NewAttachment},
    capability::Outcome,
    errors::Refusal,
    label,
    meetings::{
        CALLS, NAME,
        model::{MOST_MATERIALS, MOST_WISH, Material, Meeting, MeetingState, Programme, Wish, read_material},
        store,
        view::{self, Action, Side},
    },
    messenger::{Event, Markup, SentFile, SentKind},
    people::{Standing, below},
    text,
    turn::Turn,
};

pub(super) async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let meeting = find_mine(turn, id).await?;
    turn.finish(Some(&Side::Fields(id).into())).await?;
    shown(turn, &meeting).await
}

async fn shown(turn: &Turn, meeting: &Meeting) -> Outcome {
    let materials = store::list_materials(&turn.app().db, meeting.id).await?;
    Ok(view::fields_screen(meeting, materials.len(), turn.texts()))
}

/// Changes one of them. Nobody is told: what they come to is still the same.
pub(super) async fn change(turn: &Turn, id: Uuid, change: impl FnOnce(&mut Programme)) -> Outcome {
    find_mine(turn, id).await?;
    let mut tx = turn.begin().await?;
    let mut meeting = store::lock_meeting(tx.tx(), id).await?.ok_or_else(out_of_sight)?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    if meeting.state == MeetingState::Cancelled {
        return Err(Refusal::because("meetings-begun-already"));
    }
    change(&mut meeting.programme);
    store::save_meeting(tx.tx(), &meeting).await?;
    tx.stand_at(&Side::Fields(id).into());
    tx.commit().await?;
    shown(turn, &meeting).await
}

pub(super) async fn ask_materials(turn: &Turn, id: Uuid) -> Outcome {
    let meeting = find_mine(turn, id).await?;
    let mut tx = turn.begin().await?;
    tx.expect(NAME);
    tx.stand_at(&Side::Materials(id).into());
    tx.commit().await?;
    materials(turn, &meeting).await
}

async fn materials(turn: &Turn, meeting: &Meeting) -> Outcome {
    let materials = store::list_materials(&turn.app().db, meeting.id).await?;
    Ok(view::materials_screen(meeting, &materials, turn.texts()))
}

/// A file sent where materials are asked for, by somebody who calls people; files pass no gate.
pub(super) fn awaited(turn: &Turn) -> Option<SentFile> {
    material_address(turn)?;
    let may_call = CALLS.admits(Standing::Registered, turn.roles());
    match &turn.incoming().event {
        Event::File(sent) if may_call && !is_no_material(sent.kind) => Some(sent.clone()),
        _ => None,
    }
}

fn is_no_material(kind: SentKind) -> bool {
    matches!(kind, SentKind::Sticker | SentKind::ContactCard | SentKind::Location | SentKind::Other)
}

fn material_address(turn: &Turn) -> Option<Uuid> {
    match turn.conversation().address.as_deref().and_then(Action::read)? {
        Action::Side(Side::Materials(id)) => Some(id),
        _ => None,
    }
}

/// Keeps a file that was sent; it lies with the messenger.
pub(super) async fn receive_file(turn: Turn, sent: SentFile) -> Outcome {
    let turn = &turn;
    let id = material_address(turn).ok_or_else(out_of_sight)?;
    let messenger = turn.incoming().contact.messenger;
    let new = NewAttachment::of(turn.known_person()?.id, messenger, &sent, None);
    let material = Material { id: Uuid::now_v7(), attachment_id: None, link: None, title: new.name.clone() };
    keep(turn, id, (material, Some(new))).await
}

/// Keeps an address that was typed.
pub(super) async fn receive_link(turn: &Turn, id: Uuid) -> Outcome {
    let read = read_material(turn.words().unwrap_or_default());
    let (title, link) = read.ok_or_else(|| Refusal::because("meetings-materials-fault"))?;
    let material = Material { id: Uuid::now_v7(), attachment_id: None, link: Some(link), title };
    keep(turn, id, (material, None)).await
}

async fn keep(turn: &Turn, id: Uuid, (material, file): (Material, Option<NewAttachment>)) -> Outcome {
    let meeting = find_mine(turn, id).await?;
    let present = store::list_materials(&turn.app().db, id).await?;
    if present.len() >= MOST_MATERIALS {
        let args = vec![("most", MOST_MATERIALS.into())];
        return Err(Refusal { key: "meetings-materials-too-many", args }.into());
    }
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    let attachment_id = match &file {
        Some(new) => Some(attachments::add_attachment(tx.tx(), new, turn.now()).await?),
        None => None,
    };
    store::add_material(tx.tx(), id, &Material { attachment_id, ..material }, turn.now()).await?;
    tx.expect(NAME);
    tx.stand_at(&Side::Materials(id).into());
    tx.commit().await?;
    materials(turn, &meeting).await
}

/// Hands something out no more. A second tap on the same button finds nothing.
pub(super) async fn drop_material(turn: &Turn, id: Uuid, material: Uuid) -> Outcome {
    let meeting = find_mine(turn, id).await?;
    let present = store::list_materials(&turn.app().db, id).await?;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    if let Some(gone) = present.iter().find(|one| one.id == material) {
        store::remove_material(tx.tx(), (id, gone.id)).await?;
        if let Some(file) = gone.attachment_id {
            attachments::forget_attachment(tx.tx(), file).await?;
        }
    }
    tx.expect(NAME);
    tx.stand_at(&Side::Materials(id).into());
    tx.commit().await?;
    materials(turn, &meeting).await
}

/// Sends word of the materials to everybody who was told of the meeting.
pub(super) async fn share(turn: &Turn, id: Uuid) -> Outcome {
    let meeting = find_mine(turn, id).await?;
    if meeting.state != MeetingState::Open || meeting.notice_at.is_some() {
        return Err(Refusal::because("meetings-share-early"));
    }
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    store::begin_sharing(tx.tx(), id).await?;
    tx.stand_at(&Side::Materials(id).into());
    tx.commit().await?;
    Ok(materials(turn, &meeting).await?.toast(label!(turn.texts(), "meetings-share-toast")))
}

pub(super) async fn show_wishes(turn: &Turn, id: Uuid) -> Outcome {
    let meeting = find_mine(turn, id).await?;
    turn.finish(Some(&Side::Wishes(id).into())).await?;
    let wishes = store::list_wishes(&turn.app().db, id).await?;
    Ok(view::wishes_screen(&meeting, &wishes, turn.texts()))
}

/// Hands the materials out to somebody who may know of the meeting.
pub(super) async fn hand_out(turn: &Turn, id: Uuid) -> Outcome {
    let (meeting, _) = find_seen(turn, id).await?;
    turn.take_heavy()?;
    turn.finish(Some(&Side::Papers(id).into())).await?;
    let db = &turn.app().db;
    let materials = store::list_materials(db, id).await?;
    let messenger = turn.incoming().contact.messenger;
    let mut screen = view::papers_screen(&meeting, &materials, turn.texts());
    for one in &materials {
        let Some(file) = one.attachment_id else { continue };
        let kept = attachments::find_attachment(db, file, messenger).await?;
        if let Some(file) = kept.and_then(|kept| kept.on(messenger, Markup::default())) {
            screen = screen.with(file);
        }
    }
    Ok(screen)
}

pub(super) async fn ask_wish(turn: &Turn, id: Uuid, wish: Wish) -> Outcome {
    let meeting = find_sought(turn, id).await?;
    let mut tx = turn.begin().await?;
    tx.expect(NAME);
    tx.stand_at(&Side::Wish(id, wish).into());
    tx.commit().await?;
    Ok(view::wish_screen(&meeting, wish, turn.texts()))
}

/// A meeting to which whoever speaks was called, that lies ahead and for which speakers are sought.
async fn find_sought(turn: &Turn, id: Uuid) -> anyhow::Result<Meeting> {
    let (meeting, invited) = find_seen(turn, id).await?;
    invited.ok_or_else(|| Refusal::because("meetings-not-invited"))?;
    if meeting.programme.seeks_speakers && meeting.is_ahead(turn.now()) {
        Ok(meeting)
    } else {
        Err(Refusal::because("meetings-wish-late"))
    }
}

/// Keeps what somebody comes with.
pub(super) async fn receive_wish(turn: &Turn, id: Uuid, wish: Wish) -> Outcome {
    find_sought(turn, id).await?;
    let words: String = turn.words().unwrap_or_default().trim().chars().take(MOST_WISH).collect();
    let mut tx = turn.begin().await?;
    store::set_wish(tx.tx(), (id, turn.known_person()?.id), (wish, &words), turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Read(id).into());
    tx.commit().await?;
    let thanks = text!(turn.texts(), "meetings-wish-thanks", wish = wish.as_str());
    Ok(below(&thanks, super::looking::card(turn, id).await?))
}

/// What was decided, to somebody who may know of the meeting.
pub(super) async fn show_record(turn: &Turn, id: Uuid) -> Outcome {
    let (meeting, _) = find_seen(turn, id).await?;
    turn.finish(Some(&Side::Record(id).into())).await?;
    let minutes = store::find_minutes(&turn.app().db, id).await?.unwrap_or_default();
    Ok(view::record_screen(&meeting, &minutes, turn.texts()))
}

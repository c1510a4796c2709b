//! The list of a pool, on the screen and as a file.

use uuid::Uuid;

use super::{Seen, ask_right, look_up, out_of_sight, today};
use crate::{
    audit::{self, Deed, NewEntry},
    capability::Outcome,
    directory, label,
    messenger::{Attachment, Markup, Screen},
    methodologist_pool::{
        model::{Line, school_year},
        store,
        view::{self, Action},
    },
    text,
    turn::Turn,
    units::{self, Right, Role, units_with},
};

/// The pool, or the question whose where somebody answers for several.
pub(super) async fn show_pool(turn: &Turn) -> Outcome {
    let held: Vec<Uuid> = units_with(turn.roles(), Right::Appoint(Role::Methodologist))
        .filter_map(|unit| unit.municipality())
        .collect();
    match &*held {
        [] => Err(out_of_sight()),
        [only] => show_list(turn, *only, 0).await,
        several => {
            let all = units::list_municipalities(&turn.app().db).await?;
            let own = all.into_iter().filter(|place| several.contains(&place.id));
            let places: Vec<_> = own.map(|place| (place.id, place.short_title)).collect();
            Ok(view::municipalities_screen(&places, directory::admin_address(), turn.texts()))
        }
    }
}

pub(super) async fn show_list(turn: &Turn, municipality: Uuid, page: usize) -> Outcome {
    ask_right(turn, municipality)?;
    let db = &turn.app().db;
    let members = store::list_members(db, municipality).await?;
    let size = store::find_size(db, municipality).await?;
    let names: Vec<(Uuid, String, bool)> = members
        .iter()
        .map(|member| {
            let parts = [Some(&member.given_name), member.patronymic.as_ref()];
            let initials = parts.into_iter().flatten().filter_map(|part| part.chars().next());
            let short = initials.fold(member.family_name.clone(), |name, letter| format!("{name} {letter}."));
            (member.id, short, member.is_admitted)
        })
        .collect();
    let leads = [directory::people_address(), directory::admin_address()];
    Ok(view::list_screen((municipality, page), &names, (&size, leads), turn.texts()))
}

/// Sends the list with every column.
pub(super) async fn send_sheet(turn: &Turn, municipality: Uuid) -> Outcome {
    turn.take_heavy()?;
    let lines = lines_of(turn, municipality).await?;
    let bytes = turn.put_together(move |turn| view::list_xlsx(&lines, turn.texts())).await?;
    let name = label!(turn.texts(), "methodologist_pool-file-sheet");
    write_down(turn, municipality, "mp1.sheet").await?;
    Ok(with_file(show_list(turn, municipality, 0).await?, name, bytes, turn))
}

/// Sends the list in the letter's form.
pub(super) async fn send_paper(turn: &Turn, municipality: Uuid, is_public: bool) -> Outcome {
    turn.take_heavy()?;
    let lines = lines_of(turn, municipality).await?;
    let year = school_year(today(turn).await?);
    let editions = store::list_editions(&turn.app().db, municipality).await?;
    let adopted = editions.into_iter().find(|edition| edition.school_year == year);
    let order = adopted.and_then(|edition| edition.order);
    let made = turn
        .put_together(move |turn| view::list_docx(&lines, (year, order.as_ref()), is_public, turn.texts()));
    let bytes = made.await?;
    let name = if is_public {
        label!(turn.texts(), "methodologist_pool-file-public")
    } else {
        write_down(turn, municipality, "mp1.paper").await?;
        label!(turn.texts(), "methodologist_pool-file-paper")
    };
    Ok(with_file(show_list(turn, municipality, 0).await?, name, bytes, turn))
}

/// The members as they are printed, by name; candidates are on no list.
async fn lines_of(turn: &Turn, municipality: Uuid) -> anyhow::Result<Vec<Line>> {
    Ok(members_of(turn, municipality).await?.into_iter().map(|seen| seen.line).collect())
}

/// The members of a pool with everything known about them.
pub(super) async fn members_of(turn: &Turn, municipality: Uuid) -> anyhow::Result<Vec<Seen>> {
    ask_right(turn, municipality)?;
    let db = &turn.app().db;
    let mut members = Vec::new();
    for named in store::list_members(db, municipality).await? {
        if let Some(member) = store::find_member(db, named.id).await?.filter(|member| member.is_admitted) {
            members.push(look_up(turn, member).await?);
        }
    }
    Ok(members)
}

/// A list with birth dates shows as much as the cards would, so it is written down of each.
async fn write_down(turn: &Turn, municipality: Uuid, source: &'static str) -> anyhow::Result<()> {
    let actor = turn.known_person()?.id;
    let members = store::list_members(&turn.app().db, municipality).await?;
    let mut tx = turn.begin().await?;
    for member in members.iter().filter(|member| member.is_admitted && member.person_id != actor) {
        let entry = NewEntry {
            actor,
            subject: member.person_id,
            deed: Deed::SawCard,
            role: None,
            municipality: Some(municipality),
            source,
        };
        audit::add_entry(tx.tx(), &entry, turn.now()).await?;
    }
    tx.expect_nothing();
    tx.stand_at(&Action::List(municipality, 0).into());
    tx.commit().await
}

/// The screen with a file behind it.
pub(super) fn with_file(screen: Screen, name: String, bytes: Vec<u8>, turn: &Turn) -> Screen {
    let caption: Markup = text!(turn.texts(), "methodologist_pool-file-caption");
    let done = label!(turn.texts(), "methodologist_pool-file-toast");
    screen.with(Attachment::File { name, bytes: bytes.into(), caption }).toast(done)
}

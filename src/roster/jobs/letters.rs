//! The letters: how far an import is, and that somebody who came in may be somebody of a list.
//! Not here: sending them.

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    app::App,
    db::Tx,
    directory,
    outbox::{self, Class, Letter, NewLetter, Told, Wish, Wording},
    roster::{
        NAME, store,
        view::{self, Action},
    },
    text,
    texts::Texts,
    units::{self, Right, Unit, may},
};

/// Whoever confirmed a list waits for it, whatever their clock shows; who does not is told of its end all the same.
const WAITED_FOR_MINUTES: i64 = 30;
/// For so many days a match is worth telling.
const WORTH_TELLING_DAYS: i64 = 30;

/// What a letter is about.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Matter {
    /// An import, and how far it was when this was written: another word makes another letter of it.
    Import { id: Uuid, at: String },
    /// A match.
    Match(Uuid),
}

fn import_key(id: Uuid) -> String {
    format!("{NAME}/import/{id}")
}

/// Owes whoever confirmed an import the letter in which they can watch it.
pub async fn owe_import(tx: &mut Tx, (id, importer): (Uuid, Uuid), now: DateTime<Utc>) -> anyhow::Result<()> {
    let letter = NewLetter {
        person_id: importer,
        capability: NAME,
        matter: serde_json::to_value(Matter::Import { id, at: "0".to_owned() })?,
        class: Class::Notice,
        is_urgent: true,
        wish: Wish::Instant(now),
        event_at: None,
        useless_after: now + TimeDelta::minutes(WAITED_FOR_MINUTES),
        dedup_key: import_key(id),
        cause: import_key(id),
    };
    outbox::owe(tx, &letter, now).await?;
    Ok(())
}

/// Corrects that letter: it is at another place now.
pub async fn tell_of_import(tx: &mut Tx, id: Uuid, at: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
    if let Some(letter) = outbox::find_letter(tx, &import_key(id)).await? {
        let matter = serde_json::to_value(Matter::Import { id, at: at.to_owned() })?;
        outbox::correct(tx, letter, Some(&matter), now).await?;
    }
    Ok(())
}

/// Owes everybody who may decide about a match one letter.
pub async fn owe_match(
    tx: &mut Tx,
    (id, newcomer): (Uuid, Uuid),
    (municipality, school): (Uuid, Uuid),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let cause = match_cause(id);
    for person_id in units::list_admitting(tx, municipality, school).await? {
        // Nobody says of themselves who they are.
        if person_id == newcomer {
            continue;
        }
        let letter = NewLetter {
            person_id,
            capability: NAME,
            matter: serde_json::to_value(Matter::Match(id))?,
            class: Class::Notice,
            is_urgent: false,
            wish: Wish::Instant(now),
            event_at: None,
            useless_after: now + TimeDelta::days(WORTH_TELLING_DAYS),
            dedup_key: format!("{cause}/{person_id}"),
            cause: cause.clone(),
        };
        outbox::owe(tx, &letter, now).await?;
    }
    Ok(())
}

/// The cause that ends with a decision.
pub fn match_cause(id: Uuid) -> String {
    format!("{NAME}/match/{id}")
}

/// The words of a letter as things are when it is sent.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        match serde_json::from_value(letter.matter.clone())? {
            Matter::Import { id, .. } => {
                let Some(import) = store::find_import(&app.db, id).await? else { return Ok(Told::Nothing) };
                let screen = view::import_screen(&import, texts);
                let brief = text!(texts, "roster-letter-import-brief", file = &import.file_name);
                let button = crate::messenger::Button::new(
                    crate::label!(texts, "roster-letter-import-open"),
                    Action::Show(id),
                );
                Ok(Told::Say(Wording { screen, brief, button }))
            }
            Matter::Match(id) => tell_match(app, (id, letter.person_id), texts).await,
        }
    }
    .boxed()
}

async fn tell_match(app: &App, (id, person): (Uuid, Uuid), texts: &Texts) -> anyhow::Result<Told> {
    let found = store::find_match(&app.db, id).await?.filter(|found| found.state == "open");
    let Some(found) = found.filter(|found| found.listed_name.is_some()) else { return Ok(Told::Nothing) };
    // Whoever has lost the right meanwhile learns no names.
    let at = Unit::School(found.municipality_id, found.school_id);
    if !may(&units::roles_of(&app.db, person).await?, Right::Admit, at) {
        return Ok(Told::Nothing);
    }
    let school = units::find_school(&app.db, found.school_id).await?;
    let school = school.map(|school| school.short_title).unwrap_or_default();
    let screen = view::match_screen(&found, (&school, 0), directory::back_button(texts), texts);
    let name = found.newcomer_name.unwrap_or_default();
    let brief = text!(texts, "roster-letter-match-brief", name = name);
    Ok(Told::Say(Wording { screen, brief, button: view::to_match(id, texts) }))
}

//! Taking everything along: a paper to read, a file for machines, and the files one sent.
//! Not here: what stands in them.

use crate::{
    attachments,
    capability::Outcome,
    messenger::Markup,
    people,
    privacy::{
        list_holdings, store,
        view::{self, Everything, FILES_AT_ONCE},
    },
    turn::Turn,
    units,
};

/// Makes both files. Whoever only sees the screen again is not sent them again.
pub(super) async fn take_along(turn: &Turn) -> Outcome {
    let (app, texts) = (turn.app(), turn.texts());
    let Some(person) = turn.person() else {
        return Ok(view::nothing_screen(texts));
    };
    turn.take_heavy()?;
    let mut told = Vec::new();
    for tell in app.capabilities.iter().filter_map(|capability| capability.tell) {
        told.extend(tell(app, texts, person.id).await?);
    }
    let mut tables = Vec::new();
    for holding in list_holdings(app).await? {
        let rows = store::list_rows(&app.db, &holding, person.id).await?;
        tables.push((holding.table, rows));
    }
    let municipalities = units::list_municipalities(&app.db).await?;
    let everything = Everything {
        made_at: turn.now().with_timezone(&people::zone_of(app, person).await?),
        operators: municipalities.into_iter().map(|place| place.service_title).collect(),
        told,
        consents: people::list_given_consents(&app.db, person.id).await?,
        tables,
        files: store::list_files(&app.db, person.id).await?.len(),
    };
    turn.put_together(move |turn| view::taken_screen(&everything, turn.texts())).await
}

/// Sends the files that the person once sent, a few at a time.
pub(super) async fn take_files(turn: &Turn, page: usize) -> Outcome {
    let (app, texts) = (turn.app(), turn.texts());
    let Some(person) = turn.person() else {
        return Ok(view::nothing_screen(texts));
    };
    let files = store::list_files(&app.db, person.id).await?;
    let first = page.saturating_mul(FILES_AT_ONCE).min(files.len());
    let mut screen = view::files_screen(page, files.len(), texts);
    for id in files.into_iter().skip(first).take(FILES_AT_ONCE) {
        let messenger = turn.incoming().contact.messenger;
        let Some(kept) = attachments::find_attachment(&app.db, id, messenger).await? else { continue };
        if let Some(attachment) = kept.on(messenger, Markup::plain(&kept.name)) {
            screen = screen.with(attachment);
        }
    }
    Ok(screen)
}

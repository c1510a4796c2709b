//! Looking at questionnaires: the list, one of them, its questions as on the phone, and what the answers come to.
//! Not here: changing anything.

use uuid::Uuid;

use super::{authorise, find_own, text_of};
use crate::{
    capability::Outcome,
    diagnostics::{self, PreviewWays},
    directory,
    documents::sheets_xlsx,
    label,
    messenger::Attachment,
    people,
    questionnaires::{
        jobs,
        model::{LocalQuestionnaire, Outcome as Figures, Progress, counted, outcomes},
        store,
        view::{self, Action, CardView, ResultsView},
    },
    text,
    turn::Turn,
    units::{self, Municipality, Right, Unit, units_with},
};

/// The questionnaires of the only municipality of whoever speaks; of several one is chosen.
pub(super) async fn show_own(turn: &Turn) -> Outcome {
    let own: Vec<Unit> = units_with(turn.roles(), Right::KeepQuestionnaires).collect();
    let mut all = units::list_municipalities(&turn.app().db).await?;
    all.retain(|place| own.contains(&Unit::Municipality(place.id)));
    match &*all {
        [] => Err(directory::out_of_sight()),
        [only] => list(turn, only).await,
        several => Ok(view::choose_screen(several, directory::back_button(turn.texts()), turn.texts())),
    }
}

pub(super) async fn show_list(turn: &Turn, municipality: Uuid) -> Outcome {
    authorise(turn, municipality)?;
    let all = units::list_municipalities(&turn.app().db).await?;
    let place = all.iter().find(|place| place.id == municipality).ok_or_else(directory::out_of_sight)?;
    list(turn, place).await
}

async fn list(turn: &Turn, municipality: &Municipality) -> Outcome {
    let locals = store::list_questionnaires(&turn.app().db, municipality.id).await?;
    Ok(view::list_screen(municipality, &locals, directory::back_button(turn.texts()), turn.texts()))
}

/// One questionnaire with what can be done.
pub(super) async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let local = find_own(turn, id).await?;
    let progress = match local.version_hash {
        Some(_) => store::find_progress(&turn.app().db, id, &local.key()).await?,
        None => Progress::default(),
    };
    let zone = people::zone_of(turn.app(), turn.known_person()?).await?;
    let card = CardView {
        is_changed: is_changed(turn, &local).await?,
        progress,
        reminded_on: local.reminded_at.map(|at| at.with_timezone(&zone).date_naive()),
        unsaid: jobs::unsaid_of(turn.app(), id).await?,
        zone,
        local: &local,
    };
    Ok(view::card_screen(&card, turn.texts()))
}

/// Whether what stands in the draft differs from what people take, whatever language it was published in.
async fn is_changed(turn: &Turn, local: &LocalQuestionnaire) -> anyhow::Result<bool> {
    let Some(hash) = &local.version_hash else { return Ok(false) };
    let app = turn.app();
    let taken = app.shelf.version(&app.db, hash).await?;
    for language in crate::texts::Language::ALL {
        let words = view::wordings(&app.texts.in_language(language));
        if crate::questionnaires::model::write(local, &words)? == taken.text {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A question of the draft as people would see it.
pub(super) async fn preview(turn: &Turn, id: Uuid, place: usize) -> Outcome {
    let local = find_own(turn, id).await?;
    let questionnaire = diagnostics::parse(&text_of(turn, &local)?)?;
    let ways = PreviewWays {
        back: Action::Preview(id, place.saturating_sub(1)).into(),
        on: Action::Preview(id, place + 1).into(),
        out: Action::Show(id).into(),
    };
    match diagnostics::preview_screen(&questionnaire, place, &ways, turn.texts()) {
        Some(screen) => Ok(screen.at(Action::Preview(id, place))),
        None => show(turn, id).await,
    }
}

/// What the answers come to, of the version on offer.
struct Results {
    local: LocalQuestionnaire,
    outcomes: Vec<Figures>,
    finished: i64,
}

impl Results {
    async fn find(turn: &Turn, id: Uuid) -> anyhow::Result<Self> {
        let local = find_own(turn, id).await?;
        let app = turn.app();
        let hash = local.version_hash.as_deref().ok_or_else(directory::out_of_sight)?;
        let finished = diagnostics::count_finishers(&app.db, hash).await?;
        let mut figures = Vec::new();
        if counted(finished) > 0 {
            let version = app.shelf.version(&app.db, hash).await?;
            let tallies = diagnostics::tally(&app.db, hash, counted(finished)).await?;
            figures = outcomes(&version.questionnaire, &tallies);
        }
        Ok(Self { local, outcomes: figures, finished })
    }

    fn view(&self) -> ResultsView<'_> {
        let Self { local, outcomes, finished } = self;
        ResultsView { local, outcomes, finished: *finished, counted: counted(*finished) }
    }
}

pub(super) async fn show_results(turn: &Turn, id: Uuid, place: usize) -> Outcome {
    let results = Results::find(turn, id).await?;
    Ok(view::results_screen(&results.view(), place, turn.texts()))
}

/// The answers to one question as a picture below the words.
pub(super) async fn send_picture(turn: &Turn, (id, place): (Uuid, usize)) -> Outcome {
    turn.take_heavy()?;
    let results = Results::find(turn, id).await?;
    let screen = view::results_screen(&results.view(), place, turn.texts());
    let texts = turn.texts().clone();
    let drawn = tokio::task::spawn_blocking(move || view::picture(&results.view(), place, &texts)).await??;
    Ok(match drawn {
        Some(picture) => screen.with(picture),
        None => screen,
    })
}

/// What all answers come to, as a sheet.
pub(super) async fn send_table(turn: &Turn, id: Uuid) -> Outcome {
    turn.take_heavy()?;
    let (results, texts) = (Results::find(turn, id).await?, turn.texts());
    let screen = view::results_screen(&results.view(), 0, texts);
    if results.outcomes.is_empty() {
        return Ok(screen);
    }
    let sheets = view::results_sheets(&results.view(), texts);
    let bytes = tokio::task::spawn_blocking(move || sheets_xlsx(&sheets)).await??.into();
    let name = label!(texts, "questionnaires-table-file");
    let caption = text!(texts, "questionnaires-results-caption", counted = results.view().counted);
    Ok(screen.with(Attachment::File { name, bytes, caption }))
}

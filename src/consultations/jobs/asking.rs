//! Whom a request is put to, wave by wave, and the cards that say so.
//! Not here: when the next wave is due.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::letters::{self, Matter, What};
use crate::{
    app::App,
    consultations::{
        NAME,
        model::{Askable, ConsultationRequest, ServiceBreak, Wave, Week, WorkingTime, rank},
        store,
    },
    db::Tx,
    methodologist_pool, outbox,
    units::Role,
};

/// How many are asked first.
const BEST: usize = 3;

/// Who would be asked in each wave.
pub type AskedByWave = [Vec<Uuid>; 4];

/// The working calendar of a municipality.
pub async fn working_time(app: &App, municipality: Uuid) -> anyhow::Result<WorkingTime> {
    let own = store::find_week(&app.db, municipality).await?;
    let own = own.and_then(|words| Week::read(&serde_json::from_str(&words).ok()?).ok());
    let breaks = store::list_breaks(&app.db, municipality).await?;
    Ok(WorkingTime {
        week: own.unwrap_or_else(|| app.consultation_rules.week.clone()),
        breaks: breaks.iter().filter_map(ServiceBreak::days).collect(),
        days_off: store::list_days_off(&app.db, municipality).await?.into_iter().collect(),
        zone: super::zone_of(app, municipality).await?,
    })
}

/// Who would be asked in each wave now.
pub async fn read_pool(app: &App, request: &ConsultationRequest) -> anyhow::Result<AskedByWave> {
    let (db, municipality) = (&app.db, request.municipality_id);
    let zone = super::zone_of(app, municipality).await?;
    let today = app.clock.now().with_timezone(&zone).date_naive();
    let loads = store::list_loads(db, municipality).await?;
    let areas = &app.consultation_rules.areas;
    let near = areas.iter().find(|area| area.id == request.area).map(|area| area.directions.as_slice());
    let consultants = methodologist_pool::list_consultants(db, municipality).await?;
    let askable = consultants.iter().map(|one| Askable {
        person_id: one.person_id,
        knows_subject: request.subject.as_ref().is_some_and(|subject| one.subjects.contains(subject)),
        directions: one.directions.iter().filter(|own| near.unwrap_or_default().contains(*own)).count(),
        load: loads.iter().find(|(person, _)| *person == one.person_id).map_or(0, |(_, load)| *load),
        capacity: one.capacity.unwrap_or(app.consultation_rules.usual_capacity).into(),
        is_absent: one.is_absent(today),
    });
    let mut best = rank(askable.collect(), request.teacher_id);
    best.truncate(BEST);
    let is_away =
        |person: &Uuid| consultants.iter().any(|one| one.person_id == *person && one.is_absent(today));
    let mut all = store::list_holders(db, Role::Methodologist.as_str(), Some(municipality)).await?;
    all.retain(|person| !is_away(person));
    let coordinators = store::list_holders(db, Role::Coordinator.as_str(), Some(municipality)).await?;
    let region = store::list_holders(db, Role::RegionalCoordinator.as_str(), None).await?;
    let others =
        |people: Vec<Uuid>| people.into_iter().filter(|one| Some(*one) != request.teacher_id).collect();
    Ok([best, others(all), others(coordinators), others(region)])
}

/// Who consults in a municipality and is away today.
pub async fn list_away(app: &App, municipality: Uuid) -> anyhow::Result<Vec<Uuid>> {
    let zone = super::zone_of(app, municipality).await?;
    let today = app.clock.now().with_timezone(&zone).date_naive();
    let consultants = methodologist_pool::list_consultants(&app.db, municipality).await?;
    Ok(consultants.into_iter().filter(|one| one.is_absent(today)).map(|one| one.person_id).collect())
}

/// Puts the request to the next ones. A wave in which there is nobody to ask is passed over at once; where nobody is
/// there at all, it is tried again after a working day.
pub async fn ask_next(
    app: &App,
    tx: &mut Tx,
    request: &mut ConsultationRequest,
    (pool, time): (&AskedByWave, &WorkingTime),
) -> anyhow::Result<()> {
    let now = app.clock.now();
    let offers = store::list_offers(tx, request.id).await?;
    let is_asked = |person: &Uuid| {
        let of_person = offers.iter().filter(|offer| offer.person_id == *person);
        of_person.into_iter().any(|offer| offer.is_declined || offer.round == request.round)
    };
    let opens = time.next_open(now);
    for wave in Wave::ALL.into_iter().filter(|wave| wave.number() > request.wave) {
        let place = usize::try_from(wave.number() - 1)?;
        let asked: Vec<Uuid> = pool[place].iter().filter(|person| !is_asked(person)).copied().collect();
        if asked.is_empty() {
            continue;
        }
        for person in asked {
            owe_card(tx, request, person, (opens, now)).await?;
        }
        request.wave = wave.number();
        let lasts = app.consultation_rules.wave_minutes.get(place);
        request.wave_until = lasts.map(|minutes| time.add(opens, *minutes));
        return Ok(());
    }
    request.wave = 0;
    request.wave_until = Some(time.add(opens, time.week.longest_day()));
    Ok(())
}

/// Puts the request to somebody: from the next working minute on they have a card.
pub async fn owe_card(
    tx: &mut Tx,
    request: &ConsultationRequest,
    person: Uuid,
    (wished_at, now): (DateTime<Utc>, DateTime<Utc>),
) -> anyhow::Result<()> {
    let card = store::add_offer(tx, (request.id, request.round), person, now).await?;
    let matter = Matter::Request { request: request.id, what: What::Card, whom: None };
    letters::owe_at(tx, (matter, person), card_key(request.id, person, card), (wished_at, now)).await
}

fn card_key(request: Uuid, person: Uuid, card: i64) -> String {
    format!("{NAME}/card/{request}/{person}/{card}")
}

/// The cards of a request say what is true now: who has taken it, that it was taken back, or its words as they are.
/// Whoever has it in front of them is left out.
pub async fn correct_cards(
    tx: &mut Tx,
    request: Uuid,
    but: Option<Uuid>,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let matter = serde_json::to_value(Matter::Request { request, what: What::Card, whom: None })?;
    for offer in store::list_offers(tx, request).await? {
        for card in (1..=offer.cards).filter(|_| Some(offer.person_id) != but) {
            if let Some(letter) = outbox::find_letter(tx, &card_key(request, offer.person_id, card)).await? {
                outbox::correct(tx, letter, Some(&matter), now).await?;
            }
        }
    }
    Ok(())
}

//! What there is to choose of each kind, and what it is called.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use crate::{
    app::App,
    audiences::{
        model::{Audience, DIFFICULT, Definition, Facts, Kind, LOW_RESULTS, SILENCES, Value},
        store::{self, Named},
        view::{Part, Titles},
    },
    label,
    texts::Texts,
    turn::Turn,
    units::{self, Role, Unit, role_title},
};

/// The kinds that there is anything to choose of within a unit.
pub(super) fn kinds_for(unit: Unit) -> Vec<Kind> {
    let fits = |kind: &Kind| match kind {
        Kind::Municipality => unit == Unit::Region,
        Kind::School | Kind::Association => matches!(unit, Unit::Municipality(_)),
        _ => true,
    };
    Kind::ALL.into_iter().filter(fits).collect()
}

/// The values of a kind with their titles, in the order of their buttons: those that somebody there has, and whatever is
/// asked for already.
pub(super) async fn list_values(
    turn: &Turn,
    audience: &Audience,
    (kind, part): (Kind, Part),
    facts: &[Facts],
) -> anyhow::Result<Vec<(Value, String)>> {
    let (app, texts) = (turn.app(), turn.texts());
    let id = |id: Uuid, title: String| (Value::Id(id), title);
    let word = |word: &str, title: String| (Value::Word(word.to_owned()), title);
    let municipality = audience.unit.municipality();
    Ok(match kind {
        Kind::Municipality => {
            let all = units::list_municipalities(&app.db).await?;
            all.into_iter().map(|place| id(place.id, place.short_title)).collect()
        }
        Kind::School => {
            let Some(municipality) = municipality else { return Ok(Vec::new()) };
            let all = units::list_schools(&app.db, municipality).await?;
            all.into_iter().map(|school| id(school.id, school.short_title)).collect()
        }
        Kind::Association => {
            let all = units::list_associations(&app.db, audience.unit).await?;
            all.into_iter().map(|found| id(found.id, found.title)).collect()
        }
        Kind::Subject => {
            let places = facts.iter().flat_map(|facts| &facts.places);
            let there: BTreeSet<&String> = places.flat_map(|place| &place.subjects).collect();
            let all = app.catalogue.subjects().iter().filter(|subject| there.contains(&subject.id));
            all.map(|subject| word(&subject.id, subject.short_title.clone())).collect()
        }
        Kind::Post => {
            let there: BTreeSet<&String> =
                facts.iter().flat_map(|facts| &facts.places).map(|place| &place.post).collect();
            let all = app.catalogue.posts().iter().filter(|post| there.contains(&post.id));
            all.map(|post| word(&post.id, post.title.clone())).collect()
        }
        Kind::Role => {
            let all = Role::ALL.into_iter().filter(|role| is_held_within(*role, audience.unit));
            all.map(|role| word(role.as_str(), role_title(role, texts))).collect()
        }
        Kind::Mark => [LOW_RESULTS, DIFFICULT].map(|mark| word(mark, mark_title(mark, texts))).to_vec(),
        Kind::Silent => SILENCES.map(|days| word(&days.to_string(), days_title(days, texts))).to_vec(),
        Kind::Name => {
            let titles = titles_of(app, audience, texts).await?;
            let named = named_in(&audience.definition, part);
            named.into_iter().map(|value| (value.clone(), title_of(&titles, &value))).collect()
        }
        Kind::Early | Kind::Young => Vec::new(),
    })
}

fn named_in(definition: &Definition, part: Part) -> Vec<Value> {
    let Definition::People { of, without } = definition else { return Vec::new() };
    let traits = if part == Part::Of { of } else { without };
    traits.of(Kind::Name).cloned().collect()
}

fn title_of(titles: &Titles, value: &Value) -> String {
    titles.values.get(value).cloned().unwrap_or_else(|| "—".to_owned())
}

fn is_held_within(role: Role, unit: Unit) -> bool {
    match role {
        Role::Owner => false,
        Role::RegionalCoordinator => unit == Unit::Region,
        _ => true,
    }
}

fn mark_title(mark: &str, texts: &Texts) -> String {
    label!(texts, "audiences-mark-title", mark = mark)
}

fn days_title(days: i64, texts: &Texts) -> String {
    label!(texts, "audiences-silent-title", days = days)
}

/// Фамилия and initials.
pub(super) fn short_name(named: &Named) -> String {
    let parts = [Some(&named.given_name), named.patronymic.as_ref()].into_iter().flatten();
    let initials = parts.filter_map(|part| part.chars().next()).map(|letter| format!(" {letter}."));
    format!("{}{}", named.family_name, initials.collect::<String>())
}

/// What the values of an audience are called.
pub async fn titles_of(app: &App, audience: &Audience, texts: &Texts) -> anyhow::Result<Titles> {
    let mut titles = Titles { unit: unit_title(app, audience.unit, texts).await?, ..Titles::default() };
    let asked: Vec<(Kind, Value)> = match &audience.definition {
        Definition::People { of, without } => {
            let both = [of, without];
            let kinds = both.into_iter().flat_map(|traits| traits.kinds().map(move |kind| (traits, kind)));
            kinds.flat_map(|(traits, kind)| traits.of(kind).map(move |value| (kind, value.clone()))).collect()
        }
        Definition::Area(area) => {
            titles.area = super::area::titles(app, audience.unit, area).await?;
            Vec::new()
        }
    };
    let mut people = Vec::new();
    let mut ids: HashMap<Uuid, String> = HashMap::new();
    for kind in asked.iter().map(|(kind, _)| *kind).collect::<BTreeSet<_>>() {
        ids.extend(list_titles(app, audience.unit, kind).await?);
    }
    for (kind, value) in asked {
        let title = match (&value, kind) {
            (Value::Id(id), Kind::Name) => {
                people.push(*id);
                continue;
            }
            (Value::Id(id), _) => ids.get(id).cloned().unwrap_or_else(|| "—".to_owned()),
            (Value::Word(word), _) => word_title(app, kind, word, texts),
        };
        titles.values.insert(value, title);
    }
    let named = store::list_names_of(&app.db, &people).await?;
    titles.values.extend(named.iter().map(|named| (Value::Id(named.person_id), short_name(named))));
    Ok(titles)
}

async fn list_titles(app: &App, unit: Unit, kind: Kind) -> anyhow::Result<Vec<(Uuid, String)>> {
    Ok(match (kind, unit.municipality()) {
        (Kind::Municipality, _) => {
            let all = units::list_municipalities(&app.db).await?;
            all.into_iter().map(|place| (place.id, place.short_title)).collect()
        }
        (Kind::School, Some(municipality)) => {
            let all = units::list_schools(&app.db, municipality).await?;
            all.into_iter().map(|school| (school.id, school.short_title)).collect()
        }
        (Kind::Association, _) => {
            let all = units::list_associations(&app.db, unit).await?;
            all.into_iter().map(|found| (found.id, found.title)).collect()
        }
        _ => Vec::new(),
    })
}

fn word_title(app: &App, kind: Kind, word: &str, texts: &Texts) -> String {
    match kind {
        Kind::Subject => app.catalogue.subject(word).map_or(word, |subject| &subject.short_title).to_owned(),
        Kind::Post => app.catalogue.post_title(word).to_owned(),
        Kind::Role => Role::from_word(word).map_or_else(|| word.to_owned(), |role| role_title(role, texts)),
        Kind::Mark => mark_title(word, texts),
        Kind::Silent => days_title(word.parse().unwrap_or_default(), texts),
        _ => label!(texts, "audiences-value-yes"),
    }
}

/// What a unit is called.
async fn unit_title(app: &App, unit: Unit, texts: &Texts) -> anyhow::Result<String> {
    let title = match unit {
        Unit::Region => None,
        Unit::Municipality(id) => {
            let all = units::list_municipalities(&app.db).await?;
            all.into_iter().find(|place| place.id == id).map(|place| place.short_title)
        }
        Unit::School(_, id) => units::find_school(&app.db, id).await?.map(|school| school.short_title),
        Unit::Association { id, .. } => units::find_association(&app.db, id).await?.map(|found| found.title),
    };
    Ok(title.unwrap_or_else(|| label!(texts, "audiences-unit-region")))
}

//! Choosing by a diagnosed area. Nothing else goes with it: no names, nobody left out, and either schools or subjects.

use uuid::Uuid;

use super::{
    editing::{editor, write},
    find_edited, out_of_sight,
};
use crate::{
    app::App,
    audiences::{
        jobs::{DIMENSIONS, renew_area, wanted},
        model::{AreaAudience, Audience, Definition, LEAST},
        store,
        view::{self, Action},
    },
    capability::Outcome,
    errors::Refusal,
    turn::Turn,
    units::{self, Unit},
};

/// The municipality of an audience: an area is never counted across several, and never within a part of one.
fn municipality_of(audience: &Audience) -> anyhow::Result<Uuid> {
    match audience.unit {
        Unit::Municipality(municipality) => Ok(municipality),
        _ => Err(Refusal::because("audiences-areas-unit")),
    }
}

async fn list_areas(turn: &Turn, municipality: Uuid) -> anyhow::Result<Vec<(String, String)>> {
    Ok(store::list_areas(&turn.app().db, municipality, i64::try_from(LEAST)?).await?)
}

pub(super) async fn list(turn: &Turn) -> Outcome {
    let audience = find_edited(turn).await?;
    let areas = list_areas(turn, municipality_of(&audience)?).await?;
    turn.finish(Some(&Action::Areas.into())).await?;
    Ok(view::areas_screen(&areas, turn.texts()))
}

/// Chooses an area as a whole. Whatever else was asked for is asked for no more.
pub(super) async fn choose(turn: &Turn, area: &str) -> Outcome {
    let audience = find_edited(turn).await?;
    let municipality = municipality_of(&audience)?;
    if list_areas(turn, municipality).await?.iter().all(|(known, _)| known != area) {
        return Err(Refusal::because("audiences-areas-few"));
    }
    let definition = Definition::Area(AreaAudience { area: area.to_owned(), block: None });
    let audience = Audience { definition, ..audience };
    look_anew(turn, &audience, (municipality, area), "").await?;
    blocks(turn, &audience, 0).await
}

/// Brings the cells up to date and writes down who is meant.
async fn look_anew(turn: &Turn, audience: &Audience, key: (Uuid, &str), asked: &str) -> anyhow::Result<()> {
    let app = turn.app();
    let known = store::find_dimension(&app.db, key.0, key.1).await?.unwrap_or_default();
    let by = if known.is_empty() { asked.to_owned() } else { known };
    let wanted = wanted(app, key, &by).await?;
    let mut tx = turn.begin().await?;
    if store::set_dimension(tx.tx(), key, &by).await? != by {
        return Err(Refusal::because("audiences-areas-again"));
    }
    renew_area(tx.tx(), key, &wanted).await?;
    store::set_definition(tx.tx(), audience.id, &audience.definition, turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Blocks(0).into());
    tx.commit().await
}

fn area_of(audience: &Audience) -> anyhow::Result<&AreaAudience> {
    match &audience.definition {
        Definition::Area(area) => Ok(area),
        Definition::People { .. } => Err(out_of_sight()),
    }
}

/// Tells the area apart by school or by subject, for good.
pub(super) async fn tell_apart(turn: &Turn, dimension: &str) -> Outcome {
    let audience = find_edited(turn).await?;
    let key = (municipality_of(&audience)?, area_of(&audience)?.area.as_str());
    if !DIMENSIONS.contains(&dimension) {
        return Err(out_of_sight());
    }
    look_anew(turn, &audience, key, dimension).await?;
    blocks(turn, &audience, 0).await
}

pub(super) async fn show_blocks(turn: &Turn, page: usize) -> Outcome {
    let audience = find_edited(turn).await?;
    area_of(&audience)?;
    turn.finish(Some(&Action::Blocks(page).into())).await?;
    blocks(turn, &audience, page).await
}

async fn blocks(turn: &Turn, audience: &Audience, page: usize) -> Outcome {
    let (app, municipality) = (turn.app(), municipality_of(audience)?);
    let area = area_of(audience)?;
    let dimension = store::find_dimension(&app.db, municipality, &area.area).await?.unwrap_or_default();
    let mut titled = Vec::new();
    for block in store::list_blocks(&app.db, municipality, &area.area).await? {
        titled.push((block.clone(), block_title(app, &block).await?));
    }
    let (title, _) = titles(app, audience.unit, area).await?;
    Ok(view::blocks_screen((&title, &dimension), &titled, page, turn.texts()))
}

/// Narrows the area to a block, if that is large enough to be one.
pub(super) async fn narrow(turn: &Turn, block: &str) -> Outcome {
    let audience = find_edited(turn).await?;
    let municipality = municipality_of(&audience)?;
    let area = area_of(&audience)?.area.clone();
    let open = store::list_blocks(&turn.app().db, municipality, &area).await?;
    if open.iter().all(|known| known != block) {
        return Err(Refusal::because("audiences-areas-few"));
    }
    let definition = Definition::Area(AreaAudience { area, block: Some(block.to_owned()) });
    let audience = Audience { definition, ..audience };
    write(turn, &audience, &Action::Show).await?;
    editor(turn, &audience).await
}

async fn block_title(app: &App, block: &str) -> anyhow::Result<String> {
    if let Ok(id) = block.parse() {
        let school = units::find_school(&app.db, id).await?;
        return Ok(school.map(|school| school.short_title).unwrap_or_default());
    }
    Ok(app.catalogue.subject(block).map_or(block, |subject| &subject.short_title).to_owned())
}

/// What an area and its block are called.
pub(super) async fn titles(
    app: &App,
    unit: Unit,
    area: &AreaAudience,
) -> anyhow::Result<(String, Option<String>)> {
    let municipality = unit.municipality().unwrap_or_default();
    let areas = store::list_areas(&app.db, municipality, 0).await?;
    let title = areas
        .into_iter()
        .find(|(id, _)| *id == area.area)
        .map_or_else(|| area.area.clone(), |(_, title)| title);
    let block = match &area.block {
        Some(block) => Some(block_title(app, block).await?),
        None => None,
    };
    Ok((title, block))
}

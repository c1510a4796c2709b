//! The letters about group consultations.
//! Not here: who joins, and closing.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::letters::{GroupNews, Matter, owe_at};
use crate::{
    app::App,
    consultations::{
        NAME,
        model::{CalledName, ConsultationRequest, GroupConsultation},
        store,
        view::{self, GroupTold},
    },
    db::Tx,
    outbox::Told,
    texts::Texts,
};

/// Owes news of a group consultation to somebody, once.
pub async fn owe_news(
    tx: &mut Tx,
    (group, news): (Uuid, GroupNews),
    person: Uuid,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let key = format!("{NAME}/group/{group}/{person}/{}", serde_json::to_string(&news)?);
    owe_at(tx, (Matter::Group { group, news }, person), key, (now, now)).await
}

/// Open requests of a municipality that a group consultation is about.
pub async fn list_fitting(app: &App, group: &GroupConsultation) -> anyhow::Result<Vec<ConsultationRequest>> {
    let mut open = store::list_open(&app.db, group.municipality_id).await?;
    open.retain(|request| group.fits(request));
    Ok(open)
}

/// Everything that is told of a group consultation.
pub async fn read_group(app: &App, group: GroupConsultation) -> anyhow::Result<GroupTold> {
    let members = store::list_members(&app.db, group.id).await?;
    let people: Vec<Uuid> = members.iter().map(|member| member.person_id).chain(group.leader_id).collect();
    let names: Vec<CalledName> = store::find_names(&app.db, &people).await?;
    let zone = super::zone_of(app, group.municipality_id).await?;
    Ok(GroupTold { group, members, names, zone })
}

/// The words of a letter, while they still hold.
pub async fn render(
    app: &App,
    (group, news): (Uuid, GroupNews),
    reader: Uuid,
    texts: &Texts,
) -> anyhow::Result<Told> {
    let Some(group) = store::find_group(&app.db, group).await? else { return Ok(Told::Nothing) };
    let told = read_group(app, group).await?;
    let is_member = told.members.iter().any(|member| member.person_id == reader);
    let is_ahead = told.group.state == "announced" && told.group.time().span(told.zone).0 > app.clock.now();
    let holds = match news {
        GroupNews::Invited => is_ahead && !is_member && !told.is_full(),
        GroupNews::Soon => is_ahead && (is_member || told.group.leader_id == Some(reader)),
        GroupNews::Materials => told.group.state == "closed" && is_member,
        GroupNews::Cancelled => told.group.state == "cancelled" && is_member,
    };
    let word = match news {
        GroupNews::Invited => "invited",
        GroupNews::Soon => "soon",
        GroupNews::Materials => "materials",
        GroupNews::Cancelled => "cancelled",
    };
    Ok(if holds { Told::Say(view::group_letter(word, &told, texts)) } else { Told::Nothing })
}

//! What announcements are about to say to many.
//! Not here: holding it back.

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

use crate::{
    app::App,
    broadcasts::{
        model::{Broadcast, State},
        store,
        view::{self, Action, Deed},
    },
    capability::UpcomingSend,
    texts::Texts,
    units::Unit,
};

/// Announcements of a municipality or the region that wait, are held back, or are on their way.
pub fn list_sends<'a>(
    app: &'a App,
    municipality: Option<Uuid>,
    texts: &'a Texts,
) -> BoxFuture<'a, anyhow::Result<Vec<UpcomingSend>>> {
    async move {
        let unit = Unit::of(municipality, None, None);
        let all = store::list_upcoming(&app.db, unit).await?;
        let now = app.clock.now();
        let send = |broadcast: &Broadcast| UpcomingSend {
            at: broadcast.starts_at.unwrap_or(now),
            is_held: broadcast.state == State::Paused,
            is_begun: broadcast.state == State::Running || broadcast.taken_at.is_some(),
            title: view::headline(broadcast, texts),
            opens: Action::On(broadcast.id, Deed::Show).into(),
        };
        Ok(all.iter().map(send).collect())
    }
    .boxed()
}

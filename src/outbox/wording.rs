//! What a capability says when one of its letters is about to be sent.
//! Not here: the neutral form, which is made of the class alone so that nothing personal can slip into it.

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;

use super::model::Letter;
use crate::{
    app::App,
    db::Tx,
    messenger::{Button, Markup, Screen},
    texts::Texts,
};

/// Renders a letter of a capability, when it is sent or looked forward to.
pub type Render = for<'a> fn(&'a App, &'a Letter, &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>>;

/// What a letter has to say, if it still has.
#[derive(Debug, Clone)]
pub enum Told {
    /// This.
    Say(Wording),
    /// Not yet: at this instant.
    Later(DateTime<Utc>),
    /// Nothing any more: what it was about is done or gone.
    Nothing,
}

/// The words of a letter.
#[derive(Debug, Clone)]
pub struct Wording {
    /// The message, when it is sent alone.
    pub screen: Screen,
    /// The same in one line, among others.
    pub brief: Markup,
    /// The button that leads on, also from a gathered or a neutral message.
    pub button: Button,
}

/// A job of the calendar.
#[derive(Clone, Copy)]
pub struct Job {
    /// Its name; what is written down about it stands under this name.
    pub name: &'static str,
    /// When it is due, in the installation's civil time.
    pub at: super::Calendar,
    /// How many hours late it is still worth doing.
    pub late_hours: u32,
    /// Does it for one due instant, in the transaction that marks that instant done.
    pub run: RunJob,
}

/// What a job does.
pub type RunJob = for<'a> fn(&'a App, &'a mut Tx, DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>>;

//! The one value that a capability shows the house. Menus, the gates, the table of who may do what, and leaving are
//! made from the list of these values; adding a capability is one folder and one line.
//! Not here: any capability.

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::BoxFuture;
use uuid::Uuid;

use crate::{
    app::App,
    backup::Restored,
    db::Tx,
    label,
    messenger::{Button, Payload, PayloadReader, Screen, Target},
    outbox::{Job, Render},
    people::Standing,
    replicas::Hold,
    texts::Texts,
    threads::ThreadOwner,
    units::{Role, RoleAt},
};

/// What a handler returns: a screen, a `Refusal`, or a fault.
pub type Outcome = anyhow::Result<Screen>;

/// A piece of the dispatch tree.
pub type Tree = dptree::Handler<'static, Outcome>;

/// A capability as the house sees it.
#[derive(Clone)]
pub struct Capability {
    /// Its name: the folder, the first word of its text keys.
    pub name: &'static str,
    /// The versioned word that its payloads begin with.
    pub payload_word: &'static str,
    /// Its branch of the dispatch tree; `None` if it never speaks with anybody.
    pub tree: Option<fn() -> Tree>,
    /// The commands it answers.
    pub commands: &'static [Command],
    /// The verbs of its payloads and who may use them; a verb that is not here does not exist.
    pub actions: &'static [Action],
    /// Buttons that it hangs on named places of others' screens.
    pub offers: &'static [Offer],
    /// What waits behind those among what somebody looks after.
    pub waits: &'static [Waits],
    /// The columns that hold personal data, for privacy.
    pub personal: &'static [PersonalColumn],
    /// What it does when a person leaves: everything personal goes, in the caller's transaction.
    pub forget: Option<Forget>,
    /// What it holds about a person, in sentences that the person can read.
    pub tell: Option<Tell>,
    /// How the rows of its tables read on the paper that a person takes along, where columns alone say little.
    pub in_words: Option<InWords>,
    /// How its letters read.
    pub letters: Option<Render>,
    /// What it does at certain times of the calendar.
    pub jobs: &'static [Job],
    /// What it does when a person's circumstances change: zone, quiet hours, place of work, or that they can be
    /// reached again.
    pub person_changed: Option<PersonChanged>,
    /// What it does when somebody has come in: registered, or agreed to a new text; and what it says about that.
    pub came_in: Option<CameIn>,
    /// What it does when two people turn out to be one: whatever the first holds becomes the second's.
    pub merged: Option<Merged>,
    /// What it does when somebody turns out to be a person of a list, because an invitation meant for them alone says so.
    pub claim: Option<Claim>,
    /// What it says of the relayed conversations that it opens.
    pub threads: Option<ThreadOwner>,
    /// What it is about to say to many.
    pub sends: Option<ListSends>,
    /// What of its own waits to be done, for whoever watches over the service.
    pub queues: Option<ListQueues>,
    /// What it does when the database was restored from a copy: nothing old may be said again.
    pub restored: Option<Restored>,
    /// Long work that it does by itself, on one replica at a time.
    pub works: &'static [Work],
}

impl Capability {
    /// A capability that has a name and the first word of its payloads, and nothing else yet.
    #[must_use]
    pub const fn named(name: &'static str, payload_word: &'static str) -> Self {
        Self {
            name,
            payload_word,
            tree: None,
            commands: &[],
            actions: &[],
            offers: &[],
            waits: &[],
            personal: &[],
            forget: None,
            tell: None,
            in_words: None,
            letters: None,
            jobs: &[],
            person_changed: None,
            came_in: None,
            merged: None,
            claim: None,
            threads: None,
            sends: None,
            queues: None,
            restored: None,
            works: &[],
        }
    }
}

/// Things that wait to be done.
#[derive(Debug, Clone, Copy)]
pub struct Queue {
    /// What they are, as metrics name it.
    pub name: &'static str,
    /// How many.
    pub count: i64,
    /// Since when the oldest of them waits.
    pub oldest_at: Option<DateTime<Utc>>,
    /// Whoever waits longer shows that something is wrong with the service; `None` where people are waited for.
    pub late_after: Option<TimeDelta>,
}

/// Lists what waits.
pub type ListQueues = for<'a> fn(&'a App) -> BoxFuture<'a, anyhow::Result<Vec<Queue>>>;

/// Somebody who has just come in.
#[derive(Debug, Clone, Copy)]
pub struct Newcomer {
    /// Who.
    pub person: Uuid,
    /// The contact through which they came.
    pub contact: Uuid,
}

/// Follows somebody's coming in, in the caller's transaction; returns a word to stand above the screen they see.
pub type CameIn = for<'a> fn(
    &'a App,
    &'a mut Tx,
    Newcomer,
    &'a Texts,
) -> BoxFuture<'a, anyhow::Result<Option<crate::messenger::Markup>>>;

/// Follows a change of a person's circumstances, in the caller's transaction.
pub type PersonChanged = for<'a> fn(&'a mut Tx, Uuid, DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>>;

/// Makes everything that the first person holds the second's, in the caller's transaction.
pub type Merged = for<'a> fn(&'a mut Tx, Uuid, Uuid) -> BoxFuture<'a, anyhow::Result<()>>;

/// Makes somebody of a list (the first) a person who came in (the second), in the caller's transaction, by the word of
/// whoever invited them. Returns whether there was anybody to claim.
pub type Claim = for<'a> fn(&'a App, &'a mut Tx, (Uuid, Uuid), Uuid) -> BoxFuture<'a, anyhow::Result<bool>>;

/// Long work that goes on beside the answers: it looks for what there is to do until its hold ends.
#[derive(Clone, Copy)]
pub struct Work {
    /// Its name; the lease under which one replica at a time does it.
    pub name: &'static str,
    /// Does it.
    pub run: fn(App, Hold) -> BoxFuture<'static, ()>,
}

/// Something that is about to be said to many.
#[derive(Debug, Clone)]
pub struct UpcomingSend {
    /// When it begins, or goes on.
    pub at: DateTime<Utc>,
    /// Somebody holds it back.
    pub is_held: bool,
    /// It is on its way already.
    pub is_begun: bool,
    /// What it is, in a few words.
    pub title: String,
    /// The screen where it is held, let go and withdrawn.
    pub opens: Payload,
}

/// What will be said to many in the name of a municipality; without one, of the region.
pub type ListSends =
    for<'a> fn(&'a App, Option<Uuid>, &'a Texts) -> BoxFuture<'a, anyhow::Result<Vec<UpcomingSend>>>;

/// Everything that will be said to many in the name of a municipality or the region: what is on its way, then by time.
pub async fn list_sends(
    app: &App,
    municipality: Option<Uuid>,
    texts: &Texts,
) -> anyhow::Result<Vec<UpcomingSend>> {
    let mut all = Vec::new();
    for list in app.capabilities.iter().filter_map(|capability| capability.sends) {
        all.extend(list(app, municipality, texts).await?);
    }
    all.sort_by_key(|send| (!send.is_begun, send.at));
    Ok(all)
}

/// Makes one person of two: whatever `from` holds becomes `into`'s, and `from` is gone. Whoever calls it has asked who
/// may, and has kept what is needed to part them again.
pub async fn merge(app: &App, tx: &mut Tx, from: Uuid, into: Uuid) -> anyhow::Result<()> {
    // People come first in the list and everything refers to them, so they go last.
    for merged in app.capabilities.iter().rev().filter_map(|capability| capability.merged) {
        merged(tx, from, into).await?;
    }
    person_changed(app, tx, into).await
}

/// Tells every capability that a person's circumstances changed.
pub async fn person_changed(app: &App, tx: &mut Tx, person: Uuid) -> anyhow::Result<()> {
    for follow in app.capabilities.iter().filter_map(|capability| capability.person_changed) {
        follow(tx, person, app.clock.now()).await?;
    }
    Ok(())
}

/// Deletes what a capability holds about a person.
pub type Forget = for<'a> fn(&'a mut Tx, Uuid) -> BoxFuture<'a, anyhow::Result<()>>;

/// Tells what a capability holds about a person.
pub type Tell =
    for<'a> fn(&'a App, &'a Texts, Uuid) -> BoxFuture<'a, anyhow::Result<Vec<crate::messenger::Markup>>>;

/// A table, and what a person's rows of it say, a line for each.
pub type TableInWords = (&'static str, Vec<String>);

/// Puts a person's rows into words, table by table.
pub type InWords = for<'a> fn(&'a App, &'a Texts, Uuid) -> BoxFuture<'a, anyhow::Result<Vec<TableInWords>>>;

/// A command, such as `/menu`.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// The name without the slash.
    pub name: &'static str,
    /// Who may use it.
    pub who: Who,
    /// Key of the line that describes it in the messenger's list of commands; also the label in our menu.
    pub text: &'static str,
    /// Where in our own menu it stands, low numbers first; `None` keeps it out. A command in the menu has an action
    /// whose verb is its name, takes no arguments and only shows: the menu's button presses that.
    pub menu_place: Option<u8>,
}

/// A verb of a payload.
#[derive(Debug, Clone, Copy)]
pub struct Action {
    /// The verb.
    pub verb: &'static str,
    /// Who may use it.
    pub who: Who,
}

/// Who may use a command or a verb. What it is used on is asked again by the handler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Whoever has come in so far.
    Standing(Standing),
    /// Whoever has registered and holds one of these roles, wherever that is.
    Holding(&'static [Role]),
}

impl Who {
    /// Whether somebody who has come in so far and holds these roles is meant.
    #[must_use]
    pub fn admits(self, standing: Standing, roles: &[RoleAt]) -> bool {
        match self {
            Self::Standing(least) => least <= standing,
            Self::Holding(any) => {
                standing == Standing::Registered && roles.iter().any(|held| any.contains(&held.role))
            }
        }
    }
}

/// Who may press a button with this payload; nobody if no capability knows the verb.
#[must_use]
pub fn who_may_press(capabilities: &[Capability], payload: &str) -> Option<Who> {
    let reader = PayloadReader::open(payload)?;
    let known = capabilities.iter().find(|capability| capability.payload_word == reader.capability)?;
    known.actions.iter().find(|action| action.verb == reader.verb).map(|action| action.who)
}

/// Who may use a command of this name; nobody if no capability knows it.
#[must_use]
pub fn who_may_say(capabilities: &[Capability], name: &str) -> Option<Who> {
    let mut commands = capabilities.iter().flat_map(|capability| capability.commands);
    commands.find(|command| command.name == name).map(|command| command.who)
}

/// The button of a command that stands in the menu, where this person may use it: a way back to a screen whose capability
/// one need not know.
#[must_use]
pub fn command_button(
    capabilities: &[Capability],
    name: &str,
    (standing, roles): (Standing, &[RoleAt]),
    texts: &Texts,
) -> Option<Button> {
    capabilities.iter().find_map(|capability| {
        let command = capability.commands.iter().find(|command| command.name == name)?;
        let label = label!(texts, "people-back-to", place = texts.plain(command.text, &[]));
        let payload = Payload::new(capability.payload_word, command.name);
        command.who.admits(standing, roles).then(|| Button::new(label, payload))
    })
}

/// The buttons that others hang on a place and that this person may press.
pub fn offers<'a>(
    place: OfferPlace,
    (standing, roles): (Standing, &'a [RoleAt]),
    capabilities: &'a [Capability],
    texts: &'a Texts,
) -> impl Iterator<Item = Button> + 'a {
    let offers = capabilities.iter().flat_map(|capability| capability.offers);
    let buttons = offers.filter(move |offer| offer.place == place).map(|offer| (offer.button)(texts));
    buttons.filter(move |button| match &button.target {
        Target::Action(payload) => {
            who_may_press(capabilities, payload.as_str()).is_some_and(|who| who.admits(standing, roles))
        }
        Target::Link(_) => true,
    })
}

/// A place on somebody's screen where other capabilities may hang buttons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfferPlace {
    /// Where somebody who has not registered is greeted and asked for their name.
    Entrance,
    /// Under the greeting of somebody who has just registered.
    AfterRegistration,
    /// Among the settings.
    Settings,
    /// Under what is held about a person.
    Privacy,
    /// Among what somebody with a role looks after.
    Admin,
    /// On the card of somebody who waits to be confirmed; the person's id is added to the payload.
    Unconfirmed,
    /// On the short card of somebody of a list who has not come in; the person's id is added to the payload.
    Awaited,
    /// Under the result of a diagnosis.
    Result,
    /// Under the result of a diagnosis that was narrowed to what somebody worked on.
    NarrowedResult,
    /// Under the result of a diagnosis, once for each area to work on, whose id is added to the payload.
    AreaToWorkOn,
    /// Under a person's card, for whoever may see it; the card adds the person's id to the payload.
    Card,
}

/// A button on a place of somebody else's screen.
#[derive(Debug, Clone, Copy)]
pub struct Offer {
    /// Where it hangs.
    pub place: OfferPlace,
    /// Makes it.
    pub button: fn(&Texts) -> Button,
}

/// Something that waits for whoever looks after it, behind a button under `/admin`.
#[derive(Clone, Copy)]
pub struct Waits {
    /// The verb of the button.
    pub verb: &'static str,
    /// Counts it.
    pub count: CountWaiting,
}

/// How much waits for somebody who holds these roles.
pub type CountWaiting = for<'a> fn(&'a App, &'a [RoleAt]) -> BoxFuture<'a, anyhow::Result<usize>>;

/// The payloads behind which something waits for somebody who holds these roles, with how much.
pub async fn list_waiting(app: &App, roles: &[RoleAt]) -> anyhow::Result<Vec<(Payload, usize)>> {
    let mut waiting = Vec::new();
    for capability in app.capabilities.iter() {
        for waits in capability.waits {
            let count = (waits.count)(app, roles).await?;
            waiting.push((Payload::new(capability.payload_word, waits.verb), count));
        }
    }
    waiting.retain(|(_, count)| *count > 0);
    Ok(waiting)
}

/// A column with personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonalColumn {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
}

//! Which commands the messenger offers beside the field for typing: to everybody those that need no role, to whoever
//! holds roles their own. A list follows a change of roles at once.
//! Not here: who may use a command; that is asked when it is used, whatever a list shows.

use tokio::sync::broadcast::{
    self,
    error::{RecvError, TryRecvError},
};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::{
    app::App,
    capability::{Command, Who},
    messenger::{CallFailure, ContactKey, MessengerKind, telegram::Client},
    people::{self, Standing},
    texts::Language,
    units::{self, RoleAt},
};

/// Changes that may wait to be followed; more of them and everybody's list is set anew.
const WAITING: usize = 256;

/// Whose list has to follow.
#[derive(Debug, Clone)]
enum Change {
    /// Everything that is known of a person's roles is asked anew.
    Roles(Uuid),
    /// Nobody is known behind this contact any more.
    Left(ContactKey),
}

/// Says whose list has to follow; cheap to clone.
#[derive(Debug, Clone)]
pub struct CommandLists(broadcast::Sender<Change>);

impl Default for CommandLists {
    fn default() -> Self {
        Self(broadcast::channel(WAITING).0)
    }
}

impl CommandLists {
    /// The roles of this person have changed, or somebody with a role has just come in.
    pub fn changed(&self, person: Uuid) {
        self.say(Change::Roles(person));
    }

    /// The person behind this contact has left.
    pub fn left(&self, contact: ContactKey) {
        self.say(Change::Left(contact));
    }

    /// Nobody listens before serving begins, and then every list is set anyway.
    fn say(&self, change: Change) {
        let _ = self.0.send(change);
    }
}

/// Sets everybody's lists, then follows changes until `stop`; a change goes before what is left of the first round.
/// Trouble is logged and costs nobody an answer.
pub async fn keep(app: &App, client: &Client, stop: &CancellationToken) {
    let mut changes = app.command_lists.0.subscribe();
    let following = async {
        show_general(app, client).await;
        let mut left = list_people(app).await;
        loop {
            let change = match changes.try_recv() {
                Err(TryRecvError::Empty) => match left.pop() {
                    Some(person) => Ok(Change::Roles(person)),
                    None => changes.recv().await,
                },
                Err(TryRecvError::Lagged(missed)) => Err(RecvError::Lagged(missed)),
                Err(TryRecvError::Closed) => Err(RecvError::Closed),
                Ok(change) => Ok(change),
            };
            match change {
                Ok(Change::Roles(person)) => show_own(app, client, person).await,
                Ok(Change::Left(contact)) => set(app, client, Some(&contact), &needs_no_role).await,
                Err(RecvError::Lagged(_)) => left = list_people(app).await,
                Err(RecvError::Closed) => return,
            }
        }
    };
    tokio::select! {
        () = following => {}
        () = stop.cancelled() => {}
    }
}

/// What everybody is offered who holds no role, in each language.
async fn show_general(app: &App, client: &Client) {
    set(app, client, None, &needs_no_role).await;
}

fn needs_no_role(command: &&Command) -> bool {
    matches!(command.who, Who::Standing(_))
}

/// Everybody who holds a role, and the owners who have come in.
async fn list_people(app: &App) -> Vec<Uuid> {
    let mut people = match units::list_role_holders(&app.db).await {
        Ok(people) => people,
        Err(error) => {
            tracing::warn!(%error, "the lists of commands could not be set");
            return Vec::new();
        }
    };
    for owner in &app.settings.owners {
        let key = ContactKey { messenger: MessengerKind::Telegram, external_id: owner.clone() };
        if let Ok(Some(contact)) = people::find_contact(&app.db, &key).await {
            people.extend(contact.person_id);
        }
    }
    people
}

/// A person's own lists, one on each of their contacts; without any role the general one applies again.
async fn show_own(app: &App, client: &Client, person: Uuid) {
    let found = async {
        let contacts = people::list_contact_keys(&app.db, person).await?;
        anyhow::Ok((contacts, units::roles_of(&app.db, person).await?))
    };
    let (contacts, roles) = match found.await {
        Ok(found) => found,
        Err(error) => {
            tracing::warn!(%error, "a list of commands could not be set");
            return;
        }
    };
    for contact in contacts.iter().filter(|contact| contact.messenger == MessengerKind::Telegram) {
        let mut held: Vec<RoleAt> = roles.clone();
        held.extend(app.settings.role_of_owner(contact));
        let may_use = |command: &&Command| command.who.admits(Standing::Registered, &held);
        set(app, client, Some(contact), &may_use).await;
    }
}

/// Sets the list of one contact, or the general one, in each language. The first language is the one for all others.
async fn set(
    app: &App,
    client: &Client,
    contact: Option<&ContactKey>,
    is_offered: &(dyn Fn(&&Command) -> bool + Sync),
) {
    for (language, tag) in [(Language::Ru, ""), (Language::En, "en")] {
        let texts = app.texts.in_language(language);
        let commands = app.capabilities.iter().flat_map(|capability| capability.commands);
        let offered: Vec<_> = commands
            .filter(is_offered)
            .map(|command| (command.name.to_owned(), texts.plain(command.text, &[])))
            .collect();
        let place = (contact.map(|contact| contact.external_id.as_str()), tag);
        let mut result = client.set_commands(&offered, place).await;
        if let Err(CallFailure::Wait(pause)) = result {
            tokio::time::sleep(pause).await;
            result = client.set_commands(&offered, place).await;
        }
        if let Err(failure) = result {
            tracing::warn!(%failure, "a list of commands could not be set");
        }
    }
}

//! One event of one person being handled: who it is, where they stand, and the one write transaction it may take.
//! Not here: what any capability does with it.

use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use chrono::{DateTime, Utc};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{
    app::App,
    capability::{self, Newcomer},
    conversations::{self, Conversation},
    db::Tx,
    errors::{Busy, Refusal},
    inbox::Claim,
    messenger::{Event, Incoming, Markup, Payload},
    people::{self, Contact, Person, Standing},
    road::Milestone,
    texts::{Language, Texts},
    units::{self, RoleAt},
};

/// How long the one write transaction may take.
const WRITE_DEADLINE: Duration = Duration::from_secs(2);

/// One event being handled; clones share it.
#[derive(Clone)]
pub struct Turn(Arc<Inner>);

struct Inner {
    app: App,
    incoming: Incoming,
    contact: Option<Contact>,
    person: Option<Person>,
    roles: Vec<RoleAt>,
    conversation: Conversation,
    texts: Texts,
    claim: Option<Claim>,
    committed: AtomicBool,
    contact_id: OnceLock<Uuid>,
}

impl Turn {
    /// Looks up who speaks and where they stand. Without a claim the turn only shows the present screen again.
    pub async fn open(app: &App, incoming: Incoming, claim: Option<Claim>) -> anyhow::Result<Self> {
        let contact = people::find_contact(&app.db, &incoming.contact).await?;
        let (mut person, mut conversation) = (None, Conversation::default());
        let mut roles = Vec::new();
        if let Some(contact) = &contact {
            conversation = conversations::find(&app.db, contact.id).await?.unwrap_or_default();
            if let Some(id) = contact.person_id {
                person = people::find_person(&app.db, id, app.consent_text.hash()).await?;
                roles = units::roles_of(&app.db, id).await?;
                roles.extend(app.settings.role_of_owner(&incoming.contact));
            }
        }
        let language = person
            .as_ref()
            .and_then(Person::chosen_language)
            .or_else(|| incoming.language_hint.as_deref().and_then(Language::from_tag))
            .unwrap_or(app.settings.language);
        let texts = app.texts.in_language(language);
        Ok(Self(Arc::new(Inner {
            app: app.clone(),
            incoming,
            contact,
            person,
            roles,
            conversation,
            texts,
            claim,
            committed: AtomicBool::new(false),
            contact_id: OnceLock::new(),
        })))
    }

    /// The same person looking at the address of the present screen, as if its button had been pressed.
    pub async fn at_present_screen(&self) -> anyhow::Result<Self> {
        match &self.0.conversation.address {
            Some(_) => {
                self.with_event(|conversation| {
                    conversation.address.clone().map(|payload| Event::Press { payload })
                })
                .await
            }
            None => self.at_start().await,
        }
    }

    /// The same person at the beginning.
    pub async fn at_start(&self) -> anyhow::Result<Self> {
        self.with_event(|_| Some(Event::Command { name: "start".to_owned(), argument: String::new() })).await
    }

    /// Looks everything up again, since a commit may lie between, and puts another event in the place of the real one.
    async fn with_event(&self, event: impl FnOnce(&Conversation) -> Option<Event>) -> anyhow::Result<Self> {
        let mut turn = Self::open(&self.0.app, self.0.incoming.clone(), None).await?;
        if let Some(inner) = Arc::get_mut(&mut turn.0)
            && let Some(event) = event(&inner.conversation)
        {
            inner.incoming.event = event;
        }
        Ok(turn)
    }

    /// The services.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// The event.
    #[must_use]
    pub fn incoming(&self) -> &Incoming {
        &self.0.incoming
    }

    /// The words in the language of whoever speaks.
    #[must_use]
    pub fn texts(&self) -> &Texts {
        &self.0.texts
    }

    /// When the event is being handled.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.0.app.clock.now()
    }

    /// The contact; unknown before its first write.
    #[must_use]
    pub fn contact(&self) -> Option<&Contact> {
        self.0.contact.as_ref()
    }

    /// Our id of the contact, also of one that this turn made known.
    #[must_use]
    pub fn contact_id(&self) -> Option<Uuid> {
        self.0.contact_id.get().copied().or_else(|| self.contact().map(|contact| contact.id))
    }

    /// The person; nobody before consent.
    #[must_use]
    pub fn person(&self) -> Option<&Person> {
        self.0.person.as_ref()
    }

    /// The person where the gate has already let only known people through.
    pub fn known_person(&self) -> anyhow::Result<&Person> {
        self.person().context("the gate lets only known people through")
    }

    /// How far this person has come in.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.person().map_or(Standing::Stranger, Person::standing)
    }

    /// What this person answers for at this moment; nothing before consent.
    #[must_use]
    pub fn roles(&self) -> &[RoleAt] {
        &self.0.roles
    }

    /// Where the contact stands.
    #[must_use]
    pub fn conversation(&self) -> &Conversation {
        &self.0.conversation
    }

    /// Whether the next typed words are for this capability.
    #[must_use]
    pub fn expects(&self, capability: &str) -> bool {
        self.0.conversation.expects.as_deref() == Some(capability)
    }

    /// Whether the present screen is only shown again: nothing has happened now.
    #[must_use]
    pub fn shows_again(&self) -> bool {
        self.0.claim.is_none()
    }

    /// The typed words, where the event is words in the person's own voice or forwarded ones.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        match &self.0.incoming.event {
            Event::Words { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The draft that a capability left with this contact.
    pub async fn draft<T: DeserializeOwned + Send + Unpin>(
        &self,
        capability: &str,
    ) -> anyhow::Result<Option<T>> {
        match self.contact() {
            Some(contact) => Ok(conversations::open_draft(&self.0.app.db, contact.id, capability).await?),
            None => Ok(None),
        }
    }

    /// Counts a file that is about to be put together for this person.
    ///
    /// # Errors
    /// A `Refusal` that the person may read where they have had many within the hour.
    pub fn take_heavy(&self) -> anyhow::Result<()> {
        let is_admitted = self.app().flood.admits_heavy(&self.incoming().contact, Instant::now());
        if is_admitted { Ok(()) } else { Err(Refusal::because("dispatch-too-heavy")) }
    }

    /// Puts a file together beside the threads that answer everybody: a long table takes seconds.
    pub async fn put_together<T: Send + 'static>(
        &self,
        make: impl FnOnce(&Self) -> anyhow::Result<T> + Send + 'static,
    ) -> anyhow::Result<T> {
        let turn = self.clone();
        tokio::task::spawn_blocking(move || make(&turn)).await.context("putting a file together")?
    }

    /// Counts an invitation that this person is about to write.
    ///
    /// # Errors
    /// A `Refusal` that the person may read where they have written many within the hour.
    pub fn take_invitation(&self) -> anyhow::Result<()> {
        let is_admitted = self.app().flood.admits_invitation(&self.incoming().contact, Instant::now());
        if is_admitted { Ok(()) } else { Err(Refusal::because("dispatch-too-many-invitations")) }
    }

    /// Whether the one write transaction was committed.
    #[must_use]
    pub fn is_committed(&self) -> bool {
        self.0.committed.load(Ordering::Acquire)
    }

    /// Begins the one write transaction of this turn. No network or file work may happen while it is open.
    pub async fn begin(&self) -> anyhow::Result<TurnTx> {
        if self.is_committed() {
            bail!("a turn commits once");
        }
        let began = Instant::now();
        let mut tx =
            tokio::time::timeout(WRITE_DEADLINE, self.0.app.db.begin()).await.map_err(|_| Busy)??;
        let contact_id = match &self.0.contact {
            Some(contact) => {
                if contact.is_blocked() && self.0.incoming.event != Event::Blocked {
                    people::mark_contact(&mut tx, contact.id, "live").await?;
                    if let Some(person) = contact.person_id {
                        capability::person_changed(&self.0.app, &mut tx, person).await?;
                    }
                }
                if contact.is_news(self.now()) && !self.shows_again() {
                    people::mark_seen(&mut tx, contact.id, self.now()).await?;
                }
                contact.id
            }
            None => people::add_contact(&mut tx, &self.0.incoming.contact, self.now()).await?,
        };
        let contact_id = *self.0.contact_id.get_or_init(|| contact_id);
        Ok(TurnTx {
            turn: self.clone(),
            tx,
            contact_id,
            began,
            expects: self.0.conversation.expects.clone(),
            address: self.0.conversation.address.clone(),
        })
    }

    /// Marks the turn done for a handler that had nothing to write but where the person now stands. Words that another
    /// screen was waiting for are no longer awaited.
    pub async fn finish(&self, address: Option<&Payload>) -> anyhow::Result<()> {
        let mut tx = self.begin().await?;
        if let Some(address) = address {
            if self.0.conversation.address.as_deref() != Some(address.as_str()) {
                tx.expect_nothing();
            }
            tx.stand_at(address);
        }
        tx.commit().await
    }
}

/// The one write transaction of a turn. Committing it marks the inbox row done: effects and mark are one.
pub struct TurnTx {
    turn: Turn,
    tx: Tx,
    contact_id: Uuid,
    began: Instant,
    expects: Option<String>,
    address: Option<String>,
}

impl TurnTx {
    /// The transaction, for the stores.
    pub fn tx(&mut self) -> &mut Tx {
        &mut self.tx
    }

    /// Our id of the contact.
    #[must_use]
    pub fn contact_id(&self) -> Uuid {
        self.contact_id
    }

    /// When the event is being handled.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.turn.now()
    }

    /// Tells every capability that a person's circumstances changed.
    pub async fn person_changed(&mut self, person: Uuid) -> anyhow::Result<()> {
        capability::person_changed(&self.turn.0.app, &mut self.tx, person).await
    }

    /// Tells every capability that a person has come in; returns what they say about it, one below the other.
    pub async fn came_in(&mut self, person: Uuid) -> anyhow::Result<Markup> {
        let newcomer = Newcomer { person, contact: self.contact_id };
        let inner = &self.turn.0;
        let mut words = Markup::default();
        for follow in inner.app.capabilities.iter().filter_map(|capability| capability.came_in) {
            if let Some(word) = follow(&inner.app, &mut self.tx, newcomer, &inner.texts).await? {
                words = words.paragraph(&word);
            }
        }
        Ok(words)
    }

    /// The next typed words are for this capability.
    pub fn expect(&mut self, capability: &str) {
        self.expects = Some(capability.to_owned());
    }

    /// Nobody expects typed words.
    pub fn expect_nothing(&mut self) {
        self.expects = None;
    }

    /// The person now stands at the screen with this address; after a crash it is shown again from there.
    pub fn stand_at(&mut self, address: &Payload) {
        self.address = Some(address.as_str().to_owned());
    }

    /// Keeps a capability's draft.
    pub async fn park<T: Serialize + Sync>(&mut self, capability: &str, draft: &T) -> anyhow::Result<()> {
        let now = self.turn.now();
        Ok(conversations::park(&mut self.tx, (self.contact_id, capability), draft, now).await?)
    }

    /// Drops a capability's draft.
    pub async fn forget_draft(&mut self, capability: &str) -> anyhow::Result<()> {
        Ok(conversations::forget(&mut self.tx, self.contact_id, capability).await?)
    }

    /// Commits the effects, where the person stands, and the row's `done`, together.
    pub async fn commit(mut self) -> anyhow::Result<()> {
        let conversation =
            Conversation { expects: self.expects, address: self.address, ..Conversation::default() };
        conversations::save(&mut self.tx, self.contact_id, &conversation).await?;
        Milestone::EffectsWritten.pass();
        if let Some(claim) = &self.turn.0.claim {
            crate::inbox::mark_done(&mut self.tx, claim).await?;
        }
        if self.began.elapsed() > WRITE_DEADLINE {
            bail!("the write transaction took longer than {WRITE_DEADLINE:?}");
        }
        Milestone::MarkedDone.pass();
        self.tx.commit().await?;
        Milestone::Done.pass();
        self.turn.0.committed.store(true, Ordering::Release);
        self.turn.0.app.bell.ring();
        Ok(())
    }
}

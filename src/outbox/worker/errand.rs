//! Brings one person their letters: decides what is said now, renders it, sends it, and says what became of it.
//! Not here: which letters are due, and writing down how it went.
#![expect(clippy::disallowed_methods, reason = "the one room that says what nobody has just asked for")]

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::{Semaphore, mpsc};

use super::{
    Post,
    ledger::{Entry, InHand},
    planner::rhythm_of,
};
use crate::{
    messenger::{CallFailure, ContactKey, MessageRef, Screen},
    outbox::{
        model::{AfterCrash, Budget, Course, Form, Letter, gather},
        store::{self, Addressee, Claimed, SaidMessage, Settlement},
        verdict::{Verdict, judge},
        view,
        wording::{Told, Wording},
    },
    road::Milestone,
    texts::{Language, Texts},
};

/// A letter that its capability could not render is tried again after this pause: the fault is ours and logged.
const RENDER_AGAIN: Duration = Duration::from_secs(60);

/// Who says "later" is not asked again at once.
const LATER_AT_LEAST: TimeDelta = TimeDelta::minutes(1);

/// Who waits for the pacer or the network keeps the claims by extending them this often.
const KEEP_EVERY: Duration = Duration::from_secs(5);

/// One person's letters on their way.
pub(super) struct Errand {
    pub post: Post,
    /// Nobody, if the person was forgotten meanwhile.
    pub addressee: Option<Addressee>,
    pub said: Vec<SaidMessage>,
    pub ledger: mpsc::Sender<Entry>,
    pub calls: Arc<Semaphore>,
    pub in_hand: InHand,
}

/// Where this person is reached.
struct Reached {
    addressee: Addressee,
    contact: uuid::Uuid,
    key: ContactKey,
    texts: Texts,
}

impl Errand {
    /// Sees to all of them, in order, however long it takes.
    pub(super) async fn run(self, claims: Vec<Claimed>) {
        tokio::select! {
            () = self.see_to(claims.clone()) => {}
            () = self.keep(&claims) => {}
        }
    }

    /// Extends the leases for as long as it is polled. Without this a long queue would cost letters their claims, and
    /// another replica would say them as well.
    async fn keep(&self, claims: &[Claimed]) {
        loop {
            tokio::time::sleep(KEEP_EVERY).await;
            let kept = async {
                let mut tx = self.post.app.db.begin().await?;
                for claim in claims {
                    store::extend(&mut tx, claim).await?;
                }
                tx.commit().await
            };
            if let Err(error) = kept.await {
                tracing::warn!(%error, "leases on letters could not be extended");
            }
        }
    }

    async fn see_to(&self, claims: Vec<Claimed>) {
        let Some(addressee) = self.addressee.clone() else {
            self.settle(claims, &Settlement::Ended).await;
            return;
        };
        let Some(reached) = self.reach(addressee) else {
            self.settle(claims, &Settlement::Unreachable).await;
            return;
        };
        let now = self.post.app.clock.now();
        let rhythm = rhythm_of(&self.post, &reached.addressee);
        let budget = self.budget(rhythm.week_began(now));
        let letters = claims.iter().map(|claim| claim.letter.clone()).collect();
        let mut held_up = None;
        for course in gather(letters, &rhythm, budget, now) {
            match course {
                Course::Say(letters) => {
                    let claims = of(&claims, &letters);
                    match &held_up {
                        None => held_up = self.say(&reached, claims).await,
                        Some(settlement) => self.settle(claims, settlement).await,
                    }
                }
                Course::Wait { letter, until, is_over_budget } => {
                    self.settle(of(&claims, &[letter]), &Settlement::Wait { until, is_over_budget }).await;
                }
                Course::Stale(letter) => self.settle(of(&claims, &[letter]), &Settlement::Stale).await,
            }
        }
    }

    fn reach(&self, addressee: Addressee) -> Option<Reached> {
        let messenger = self.post.lanes[0].kind();
        let key = ContactKey { messenger, external_id: addressee.external_id.clone()? };
        let app = &self.post.app;
        let language = addressee.language.as_deref().and_then(Language::from_tag);
        let texts = app.texts.in_language(language.unwrap_or(app.settings.language));
        Some(Reached { contact: addressee.contact_id?, addressee, key, texts })
    }

    fn budget(&self, week_began: DateTime<Utc>) -> Budget {
        let this_week =
            self.said.iter().filter(|message| message.said_at >= week_began && !message.is_digest);
        Budget {
            most: self.post.app.settings.weekly_budget,
            said: i64::try_from(this_week.count()).unwrap_or(i64::MAX),
            last_digest_at: self
                .said
                .iter()
                .filter(|message| message.is_digest)
                .map(|message| message.said_at)
                .max(),
        }
    }

    /// Says these letters in one message. Returns what befell them if it holds up whatever comes after them: a person
    /// who cannot be reached is not called again, and who has to wait is told everything in order.
    async fn say(&self, reached: &Reached, claims: Vec<Claimed>) -> Option<Settlement> {
        if claims.first().is_some_and(|claim| claim.letter.form == Form::Withdrawal) {
            let call = self.calls.acquire().await.ok()?;
            let sent = self.withdraw(&claims[0].letter).await;
            drop(call);
            return self.conclude(reached, claims, sent).await;
        }
        let mut said = Vec::new();
        for claim in claims {
            match self.render(&claim.letter, &reached.texts).await {
                Ok(Told::Say(wording)) => said.push((claim, wording)),
                Ok(Told::Later(until)) => {
                    let until = until.max(self.post.app.clock.now() + LATER_AT_LEAST);
                    self.settle(vec![claim], &Settlement::Wait { until, is_over_budget: false }).await;
                }
                Ok(Told::Nothing) => self.settle(vec![claim], &Settlement::Ended).await,
                Err(error) => {
                    tracing::error!(letter = %claim.letter.id, capability = claim.letter.capability,
                        error = %format!("{error:#}"), "a letter could not be rendered");
                    self.settle(vec![claim], &Settlement::Retry(RENDER_AGAIN)).await;
                }
            }
        }
        let (claims, wordings): (Vec<Claimed>, Vec<Wording>) = said.into_iter().unzip();
        let first = claims.first().cloned()?;
        let call = self.calls.acquire().await.ok()?;
        if !self.note_calling(&claims).await {
            self.settle(claims, &Settlement::GivenBack).await;
            return None;
        }
        let screen = self.screen(reached, &first.letter, wordings);
        Milestone::LetterCalling.pass();
        let sent = match first.letter.form {
            Form::Replacement => self.replace(reached, &first.letter, screen).await,
            Form::Post | Form::Withdrawal => self.send(reached, &first.letter, screen).await,
        };
        drop(call);
        self.conclude(reached, claims, sent).await
    }

    async fn render(&self, letter: &Letter, texts: &Texts) -> anyhow::Result<Told> {
        let app = &self.post.app;
        let capability = app.capabilities.iter().find(|capability| capability.name == letter.capability);
        match capability.and_then(|capability| capability.letters) {
            Some(render) => render(app, letter, texts).await,
            None => Ok(Told::Nothing),
        }
    }

    /// The message: a letter of its own, several gathered, or the neutral form of either.
    fn screen(&self, reached: &Reached, first: &Letter, mut wordings: Vec<Wording>) -> Screen {
        let neutral = reached.addressee.neutral_messengers.as_deref().unwrap_or_default();
        if neutral.split(',').any(|messenger| messenger == reached.key.messenger.as_str()) {
            return view::neutral_screen(first.class, &wordings, &reached.texts);
        }
        if wordings.len() == 1 && !first.is_over_budget {
            return wordings.remove(0).screen;
        }
        view::gathered_screen(first.is_over_budget, &wordings, &reached.texts)
    }

    async fn send(
        &self,
        reached: &Reached,
        letter: &Letter,
        screen: Screen,
    ) -> Result<Vec<MessageRef>, CallFailure> {
        let messenger = self.post.lane(letter.class);
        let mut messages = Vec::new();
        for post in screen.posts() {
            match messenger.send(&reached.key, &post).await {
                Ok(message) => messages.push(message),
                // What stands there cannot be sent again without doubling it.
                Err(failure) if !messages.is_empty() => {
                    tracing::error!(letter = %letter.id, %failure, "a letter was sent in part");
                    break;
                }
                Err(failure) => return Err(failure),
            }
        }
        Ok(messages)
    }

    /// Edits what was said; where it cannot be edited any more, says it anew.
    async fn replace(
        &self,
        reached: &Reached,
        letter: &Letter,
        screen: Screen,
    ) -> Result<Vec<MessageRef>, CallFailure> {
        let messenger = self.post.lane(letter.class);
        let posts = screen.posts();
        let said = self.said_before(letter).await?;
        let Some((first, post)) = said.first().zip(posts.first()) else {
            return self.send(reached, letter, screen).await;
        };
        match messenger.edit(first, post).await {
            // The files below stay, and go with the rest when it is taken back.
            Ok(()) => Ok(said),
            Err(CallFailure::MessageLost(_)) => self.send(reached, letter, screen).await,
            Err(failure) => Err(failure),
        }
    }

    /// Takes back what was said; what cannot be deleted any more keeps its words, loses its buttons, and counts as refused.
    async fn withdraw(&self, letter: &Letter) -> Result<Vec<MessageRef>, CallFailure> {
        let messenger = self.post.lane(letter.class);
        let mut kept = None;
        for said in self.said_before(letter).await? {
            match messenger.delete(&said).await {
                Err(CallFailure::MessageLost(why)) => {
                    match messenger.take_buttons(&said).await {
                        Ok(()) | Err(CallFailure::MessageLost(_)) => {}
                        Err(failure) => return Err(failure),
                    }
                    kept = Some(CallFailure::MessageLost(why));
                }
                deleted => deleted?,
            }
        }
        kept.map_or_else(|| Ok(Vec::new()), Err)
    }

    async fn said_before(&self, letter: &Letter) -> Result<Vec<MessageRef>, CallFailure> {
        // A correction that had to be said anew stands in a message of its own.
        for said in [Some(letter.id), letter.of_letter].into_iter().flatten() {
            let found = store::list_messages(&self.post.app.db, said).await;
            let found = found.map_err(|error| CallFailure::TryAgain(error.to_string()))?;
            if !found.is_empty() {
                return Ok(found.into_iter().map(|(_, message)| message.0).collect());
            }
        }
        Ok(Vec::new())
    }

    /// Writes down that from now on these letters may have been said, where a crash must not say them twice.
    async fn note_calling(&self, claims: &[Claimed]) -> bool {
        let once: Vec<_> = claims
            .iter()
            // Correcting twice changes nothing, so corrections are simply repeated.
            .filter(|claim| claim.letter.form == Form::Post)
            .filter(|claim| claim.letter.class.after_crash() == AfterCrash::LeaveAlone)
            .collect();
        if once.is_empty() {
            return true;
        }
        let noted = async {
            let mut tx = self.post.app.db.begin().await?;
            let mut all_stand = true;
            for claim in once {
                all_stand &= store::mark_calling(&mut tx, claim).await?;
            }
            if all_stand {
                tx.commit().await?;
            }
            Ok::<_, sqlx::Error>(all_stand)
        };
        noted.await.unwrap_or_else(|error: sqlx::Error| {
            tracing::warn!(%error, "a call could not be announced; it is put off");
            false
        })
    }

    async fn conclude(
        &self,
        reached: &Reached,
        claims: Vec<Claimed>,
        sent: Result<Vec<MessageRef>, CallFailure>,
    ) -> Option<Settlement> {
        Milestone::LetterCalled.pass();
        let said_with = claims.first()?.letter.id;
        let (outcome, mut messages) = match sent {
            Ok(messages) => (Ok(()), messages),
            Err(failure) => (Err(failure), Vec::new()),
        };
        let now = self.post.app.clock.now();
        let mut settled = Vec::with_capacity(claims.len());
        for claim in claims {
            let left = (claim.letter.useless_after - now).to_std().unwrap_or_default();
            let settlement = match judge(outcome.as_ref().copied(), claim.letter.tries, left) {
                // The first letter carries the messages; its companions were said by them too, but a correction of one
                // must not touch the others.
                Verdict::Delivered => Settlement::Delivered {
                    contact: reached.contact,
                    messages: std::mem::take(&mut messages),
                    said_with,
                },
                Verdict::Retry(pause) => Settlement::Retry(pause),
                Verdict::Stale => Settlement::Stale,
                Verdict::Unreachable => Settlement::Unreachable,
                // What is too old to be deleted is nobody's fault.
                Verdict::Refused(why) if claim.letter.form == Form::Withdrawal => Settlement::Refused(why),
                Verdict::Refused(why) => {
                    tracing::error!(letter = %claim.letter.id, capability = claim.letter.capability, why,
                        "a letter was refused");
                    Settlement::Refused(why)
                }
            };
            self.post.app.metrics.letter(claim.letter.class.as_str(), settlement.word());
            settled.push((claim, settlement));
        }
        let holds_up =
            |settlement: &Settlement| matches!(settlement, Settlement::Unreachable | Settlement::Retry(_));
        let held_up = settled.iter().map(|(_, settlement)| settlement).find(|found| holds_up(found)).cloned();
        let shut = (held_up == Some(Settlement::Unreachable)).then_some(reached.contact);
        self.enter(Entry { settled, shut, in_hand: self.in_hand.clone() }).await;
        held_up
    }

    async fn settle(&self, claims: Vec<Claimed>, settlement: &Settlement) {
        let settled = claims.into_iter().map(|claim| (claim, settlement.clone())).collect();
        self.enter(Entry { settled, shut: None, in_hand: self.in_hand.clone() }).await;
    }

    async fn enter(&self, entry: Entry) {
        let _ = self.ledger.send(entry).await;
    }
}

/// The claims of these letters.
fn of(claims: &[Claimed], letters: &[Letter]) -> Vec<Claimed> {
    claims.iter().filter(|claim| letters.iter().any(|letter| letter.id == claim.letter.id)).cloned().collect()
}

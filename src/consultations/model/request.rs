//! The life of a request: drafted, sent, taken, answered, closed; withdrawn, opened again, handed up.
//! Not here: who is asked.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    ConsultationRules, WorkingTime,
    state::{Move, RequestState, Step, Wave},
};

/// A request for a consultation.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ConsultationRequest {
    /// Our id.
    pub id: Uuid,
    /// Where it arose; moving away does not carry it over.
    pub municipality_id: Uuid,
    /// The number that people see, counted within the municipality; none while it is drafted.
    pub number: Option<i64>,
    /// Who asks; nobody once they have left.
    pub teacher_id: Option<Uuid>,
    /// Where they worked when they asked.
    pub school_id: Option<Uuid>,
    /// Id of the area.
    pub area: String,
    /// Id of the subject, if it is about one.
    pub subject: Option<String>,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub state: RequestState,
    /// Who was asked so far: 0, or the number of a `Wave`.
    pub wave: i64,
    /// Which round of asking it is: a request that comes back is put to everybody anew.
    pub round: i64,
    /// When others are asked.
    pub wave_until: Option<DateTime<Utc>>,
    /// Who has taken it.
    pub taken_by: Option<Uuid>,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// When it was taken.
    pub taken_at: Option<DateTime<Utc>>,
    /// When it was first answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Since when the teacher is waited for.
    pub waiting_since: Option<DateTime<Utc>>,
    /// When to remind of the first answer, and when it is due.
    pub first_soon_at: Option<DateTime<Utc>>,
    /// When the first answer is due.
    pub first_due_at: Option<DateTime<Utc>>,
    /// When to remind of closing.
    pub close_soon_at: Option<DateTime<Utc>>,
    /// When closing is due.
    pub close_due_at: Option<DateTime<Utc>>,
    /// Words of the steps that are done, with commas between.
    pub steps_done: String,
    /// What it came to.
    pub summary: Option<String>,
    /// From 1 to 5.
    pub rating: Option<i64>,
    /// A word beside it.
    pub rating_words: Option<String>,
    /// How often it was opened again.
    pub reopened: i64,
    /// Whether whoever answers may see the teacher's profile of deficits while it is open.
    pub shares_profile: bool,
    /// What the teacher would like: `time` to talk or just an `answer`; nothing where they have not said.
    pub wish: Option<String>,
    /// Whether a methodologist wrote first: nobody asked, and nobody waits for a first answer.
    pub is_written_first: bool,
    /// Tenths of an hour that it took, as whoever closed it says.
    pub hours_tenths: Option<i64>,
}

impl ConsultationRequest {
    /// Sends it: from now on its terms run.
    pub fn send(
        &mut self,
        number: i64,
        (time, rules): (&WorkingTime, &ConsultationRules),
        now: DateTime<Utc>,
    ) {
        self.number = Some(number);
        self.state = RequestState::Sent;
        self.sent_at = Some(now);
        let due = time.add(now, rules.first_answer_days * time.week.longest_day());
        self.first_due_at = Some(due);
        self.first_soon_at = Some(time.before(due, rules.remind_minutes, now));
        self.set_closing((time, rules), now);
        self.ask_anew(now);
    }

    /// A consultation about the same area and subject that a methodologist opens: taken from the start, with a term for
    /// closing and none for a first answer.
    #[must_use]
    pub fn written_first(
        &self,
        (taker, school, number): (Uuid, Uuid, i64),
        with: (&WorkingTime, &ConsultationRules),
        now: DateTime<Utc>,
    ) -> Self {
        let mut new = Self {
            id: Uuid::now_v7(),
            number: Some(number),
            school_id: Some(school),
            state: RequestState::Taken,
            wave: 0,
            round: 0,
            wave_until: None,
            taken_by: Some(taker),
            sent_at: Some(now),
            taken_at: Some(now),
            answered_at: None,
            closed_at: None,
            waiting_since: None,
            first_soon_at: None,
            first_due_at: None,
            steps_done: String::new(),
            summary: None,
            rating: None,
            rating_words: None,
            reopened: 0,
            shares_profile: false,
            wish: None,
            is_written_first: true,
            hours_tenths: None,
            ..self.clone()
        };
        new.set_closing(with, now);
        new
    }

    fn set_closing(&mut self, (time, rules): (&WorkingTime, &ConsultationRules), now: DateTime<Utc>) {
        let due = time.add(now, rules.closing_days * time.week.longest_day());
        self.close_due_at = Some(due);
        self.close_soon_at = Some(time.before(due, rules.remind_minutes, now));
    }

    /// Asks from the first wave on, at once.
    pub fn ask_anew(&mut self, now: DateTime<Utc>) {
        (self.wave, self.wave_until) = (0, Some(now));
        self.round += 1;
    }

    /// Whoever comes first takes it.
    pub fn take(&mut self, person: Uuid, now: DateTime<Utc>) -> Move {
        match (self.state, self.taken_by) {
            (RequestState::Sent, None) => {
                self.give(person, now);
                Move::Done
            }
            (_, Some(taker)) => Move::TakenBy(taker),
            _ => Move::TooLate,
        }
    }

    /// Gives it to somebody, whoever had it before.
    pub fn give(&mut self, person: Uuid, now: DateTime<Utc>) {
        self.state = if self.answered_at.is_some() { RequestState::Answered } else { RequestState::Taken };
        self.taken_by = Some(person);
        self.taken_at = Some(now);
        self.wave_until = None;
    }

    /// Whoever had it has it no more; others are asked.
    pub fn release(&mut self, now: DateTime<Utc>) {
        self.state = RequestState::Sent;
        self.taken_by = None;
        self.waiting_since = None;
        self.ask_anew(now);
    }

    /// Goes up: to the coordinators, from them to the region.
    pub fn hand_up(&mut self, from_region: bool, now: DateTime<Utc>) {
        self.release(now);
        let to = if from_region { Wave::Region } else { Wave::Coordinators };
        self.wave = to.number() - 1;
    }

    /// The teacher has written: what was paused goes on.
    pub fn hear_teacher(&mut self, time: &WorkingTime, now: DateTime<Utc>) {
        let Some(since) = self.waiting_since.take() else { return };
        let paused = time.between(since, now);
        self.close_due_at = self.close_due_at.map(|due| time.add(due, paused));
        self.close_soon_at = self.close_soon_at.map(|soon| time.add(soon, paused));
    }

    /// Whoever has taken it has written: the teacher is waited for.
    pub fn hear_answer(&mut self, now: DateTime<Utc>) {
        self.answered_at = self.answered_at.or(Some(now));
        if self.state == RequestState::Taken {
            self.state = RequestState::Answered;
        }
        self.waiting_since = self.waiting_since.or(Some(now));
    }

    /// Whether the teacher's profile of deficits may be seen now: they share it, and it is not over.
    #[must_use]
    pub fn shows_profile(&self) -> bool {
        self.shares_profile && self.teacher_id.is_some() && self.state.is_open()
    }

    /// Closes it with a summary. The summary is an answer too.
    pub fn close(&mut self, summary: &str, now: DateTime<Utc>) -> bool {
        let is_open = matches!(self.state, RequestState::Taken | RequestState::Answered);
        if is_open {
            self.answered_at = self.answered_at.or(Some(now));
            self.state = RequestState::Closed;
            self.closed_at = Some(now);
            self.waiting_since = None;
            self.summary = Some(summary.to_owned());
        }
        is_open
    }

    /// Takes it back; what is closed stays.
    pub fn withdraw(&mut self) -> bool {
        let may = self.state.is_open();
        if may {
            self.state = RequestState::Withdrawn;
            (self.wave_until, self.waiting_since) = (None, None);
        }
        may
    }

    /// Whether it can be opened again.
    #[must_use]
    pub fn may_reopen(&self, rules: &ConsultationRules, now: DateTime<Utc>) -> bool {
        let recently = |closed| now - closed <= TimeDelta::days(rules.reopen_days);
        self.state == RequestState::Closed && self.closed_at.is_some_and(recently)
    }

    /// Opens it again, for whoever had it. Its closing gets a new term.
    pub fn reopen(&mut self, with: (&WorkingTime, &ConsultationRules), now: DateTime<Utc>) {
        self.reopened += 1;
        self.closed_at = None;
        self.state = RequestState::Answered;
        self.set_closing(with, now);
        self.steps_done =
            self.steps().filter(|step| !step.starts_with("close")).collect::<Vec<_>>().join(",");
        if self.taken_by.is_none() {
            self.release(now);
        }
    }

    fn steps(&self) -> impl Iterator<Item = &str> {
        self.steps_done.split(',').filter(|step| !step.is_empty())
    }

    /// Notes that a step is done. The next wave comes as often as it is due.
    pub fn mark_done(&mut self, step: Step) {
        if step != Step::NextWave && !self.steps().any(|done| done == step.as_str()) {
            self.steps_done = self.steps().chain([step.as_str()]).collect::<Vec<_>>().join(",");
        }
    }

    /// What is to come by itself, each with its instant.
    fn coming(&self) -> impl Iterator<Item = (Step, DateTime<Utc>)> + '_ {
        let is_open = self.state.is_open();
        let is_unanswered = is_open && self.answered_at.is_none();
        let runs = is_open && self.answered_at.is_some() && self.waiting_since.is_none();
        let is_untaken = self.state == RequestState::Sent;
        let steps = [
            (Step::NextWave, self.wave_until.filter(|_| is_untaken)),
            (Step::FirstSoon, self.first_soon_at.filter(|_| is_unanswered)),
            (Step::FirstLate, self.first_due_at.filter(|_| is_unanswered)),
            (Step::CloseSoon, self.close_soon_at.filter(|_| runs)),
            (Step::CloseLate, self.close_due_at.filter(|_| runs)),
        ];
        let is_done = |step: Step| self.steps().any(|done| done == step.as_str());
        steps.into_iter().filter_map(|(step, at)| Some((step, at?))).filter(move |(step, _)| !is_done(*step))
    }

    /// What is due now.
    #[must_use]
    pub fn due_steps(&self, now: DateTime<Utc>) -> Vec<Step> {
        self.coming().filter(|(_, at)| *at <= now).map(|(step, _)| step).collect()
    }

    /// When something is next due.
    #[must_use]
    pub fn next_at(&self) -> Option<DateTime<Utc>> {
        self.coming().map(|(_, at)| at).min()
    }

    /// Whether what is promised for now is late.
    #[must_use]
    pub fn is_late(&self, now: DateTime<Utc>) -> bool {
        let due = if self.answered_at.is_none() { self.first_due_at } else { self.close_due_at };
        self.state.is_open() && self.waiting_since.is_none() && due.is_some_and(|due| due < now)
    }

    /// What is promised next: the first answer, else closing.
    #[must_use]
    pub fn due_at(&self) -> Option<DateTime<Utc>> {
        if self.answered_at.is_none() { self.first_due_at } else { self.close_due_at }
    }
}

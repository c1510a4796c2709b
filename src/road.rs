//! The numbered road of an event and of a letter: every place at which a dying process leaves something else undone.
//! Each passing is an event of the log at the level `trace`, under the target `metodist::road`: whoever looks into a
//! living system sees how far something came, and the proof that nothing is lost ends the process at each of them.
//! Not here: what happens between them. A milestone that nobody listens to costs a comparison.

/// The target of the events that tell of milestones; `RUST_LOG=metodist::road=trace` shows them.
pub const TARGET: &str = "metodist::road";

/// A place on the road. Numbers are for good: a new place takes the next free one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Milestone {
    /// Events have come, and nothing of them is stored.
    Arrived = 1,
    /// They are written, and not committed.
    Storing = 2,
    /// They are committed, and the messenger was not told.
    Stored = 3,
    /// The messenger is about to be told: by the next poll, or by 200.
    Confirming = 4,
    /// The poll that told it was answered.
    Confirmed = 5,
    /// Rows are claimed, and nobody has begun with them.
    RowsClaimed = 6,
    /// A turn is open, and its handler is about to run.
    Handling = 7,
    /// What the handler wrote is not committed, nor is the row marked done.
    EffectsWritten = 8,
    /// The row is marked done too, and not committed.
    MarkedDone = 9,
    /// Effects, letters and mark are committed; nobody was answered.
    Done = 10,
    /// The screen is about to be shown.
    Answering = 11,
    /// The press was answered.
    PressAnswered = 12,
    /// The screen was shown, and this is written down nowhere.
    Answered = 13,
    /// The receipt is written, and not committed.
    NotingAnswer = 14,
    /// The row counts as answered.
    AnswerNoted = 15,
    /// Letters have their moments, not committed.
    LetterPlanning = 16,
    /// Letters have their moments.
    LetterPlanned = 17,
    /// Letters are claimed, not committed.
    LetterClaiming = 18,
    /// Letters are claimed.
    LetterClaimed = 19,
    /// A letter is about to be said.
    LetterCalling = 20,
    /// The messenger has answered, and this is written down nowhere.
    LetterCalled = 21,
    /// What became of a letter is written, and not committed.
    LetterSettling = 22,
    /// What became of it is known for good.
    LetterSettled = 23,
}

impl Milestone {
    /// All of them, in the order of the road.
    pub const ALL: [Self; 23] = [
        Self::Arrived,
        Self::Storing,
        Self::Stored,
        Self::Confirming,
        Self::Confirmed,
        Self::RowsClaimed,
        Self::Handling,
        Self::EffectsWritten,
        Self::MarkedDone,
        Self::Done,
        Self::Answering,
        Self::PressAnswered,
        Self::Answered,
        Self::NotingAnswer,
        Self::AnswerNoted,
        Self::LetterPlanning,
        Self::LetterPlanned,
        Self::LetterClaiming,
        Self::LetterClaimed,
        Self::LetterCalling,
        Self::LetterCalled,
        Self::LetterSettling,
        Self::LetterSettled,
    ];

    /// Its number.
    #[must_use]
    pub fn number(self) -> u64 {
        self as u64
    }

    /// Says that it is passed.
    pub fn pass(self) {
        tracing::trace!(target: TARGET, milestone = self.number(), "{self:?}");
    }
}

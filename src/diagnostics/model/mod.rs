//! Nouns and rules of taking a questionnaire: who is asked what, what counts as an answer, what it adds up to.
//! Not here: storage, screens, the clock.

mod answers;
mod assessment;
mod attempt;
mod found;
mod nudge;
mod profile;

#[cfg(test)]
mod tests;

pub use answers::{Answer, Rejection, Reply};
pub use assessment::{AreaScore, Assessment, CheckedTask, assess};
pub use attempt::{Attempt, Narrowing, Next, Saved, Step};
pub use found::FoundArea;
pub use nudge::{INVITATION_USEFUL, Nudge, REMINDER_USEFUL, invitation_time, put_off, reminder_time};
pub use profile::Profile;

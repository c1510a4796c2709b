//! What becomes of a letter after a call: pure, by what the messenger said.
//! Not here: which text of a messenger means what; that is its own edge's affair.

use std::time::Duration;

use crate::messenger::CallFailure;

/// How a try to send ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The person has it.
    Delivered,
    /// Not now: again after this long, unless it is useless by then.
    Retry(Duration),
    /// Its time has passed unsaid.
    Stale,
    /// The person cannot be reached until they return.
    Unreachable,
    /// The messenger does not take it, and never will.
    Refused(String),
}

/// The first pause after a failure of the network or of the messenger; doubled with each further one.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);

/// Judges a call of a letter whose sending had failed so often before, and which is of use for so long still.
#[must_use]
pub fn judge(outcome: Result<(), &CallFailure>, tries: u32, left: Duration) -> Verdict {
    let pause = match outcome {
        Ok(()) => return Verdict::Delivered,
        Err(CallFailure::Unreachable(_)) => return Verdict::Unreachable,
        Err(CallFailure::MessageLost(why) | CallFailure::Refused(why)) => {
            return Verdict::Refused(why.clone());
        }
        Err(CallFailure::PressExpired) => return Verdict::Refused("a letter answers no press".to_owned()),
        // To the second: the messenger counts a call that comes early as another offence.
        Err(CallFailure::Wait(asked)) => *asked,
        Err(CallFailure::TryAgain(_) | CallFailure::ShutOut(_)) => pause(tries),
    };
    if pause < left { Verdict::Retry(pause) } else { Verdict::Stale }
}

fn pause(tries: u32) -> Duration {
    FIRST_PAUSE.saturating_mul(2_u32.saturating_pow(tries)).min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_has_its_verdict() {
        let words = || "words".to_owned();
        let seconds = Duration::from_secs;
        let cases = [
            (CallFailure::Unreachable(words()), 0, Verdict::Unreachable),
            (CallFailure::Wait(seconds(7)), 5, Verdict::Retry(seconds(7))),
            (CallFailure::Wait(seconds(3_600)), 0, Verdict::Stale),
            (CallFailure::TryAgain(words()), 0, Verdict::Retry(seconds(1))),
            (CallFailure::TryAgain(words()), 3, Verdict::Retry(seconds(8))),
            (CallFailure::TryAgain(words()), 40, Verdict::Retry(LONGEST_PAUSE)),
            (CallFailure::ShutOut(words()), 1, Verdict::Retry(seconds(2))),
            (CallFailure::MessageLost(words()), 0, Verdict::Refused(words())),
            (CallFailure::Refused(words()), 0, Verdict::Refused(words())),
        ];
        for (failure, tries, verdict) in cases {
            assert_eq!(judge(Err(&failure), tries, seconds(600)), verdict, "{failure}");
        }
        assert_eq!(judge(Ok(()), 0, Duration::ZERO), Verdict::Delivered);
    }
}

//! A consultation for several people at once: what is typed for it, whom it fits, when it is.
//! Not here: inviting, and closing the requests of whoever joined.

use chrono::NaiveDateTime;
use uuid::Uuid;

use super::{ConsultationRequest, ProposedTime, read_times};

/// The most people of one group.
const MOST: i64 = 500;
/// Characters of a topic or a place.
const LONGEST: usize = 200;

/// A group consultation.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct GroupConsultation {
    /// Our id.
    pub id: Uuid,
    /// Where.
    pub municipality_id: Uuid,
    /// Who leads it.
    pub leader_id: Option<Uuid>,
    /// Id of the area.
    pub area: String,
    /// Id of the subject; none where it is for all.
    pub subject: Option<String>,
    /// What it is about, in words.
    pub topic: String,
    /// Civil time of the municipality, such as `2026-11-25T15:00`.
    pub civil: String,
    /// How long.
    pub minutes: i64,
    /// Where one meets, or a link.
    pub place: String,
    /// For how many.
    pub capacity: i64,
    /// `drafted`, `announced`, `closed` or `cancelled`.
    pub state: String,
    /// What it closed with.
    pub materials: Option<String>,
}

/// Somebody who has joined.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct GroupMember {
    /// Who.
    pub person_id: Uuid,
    /// What they had asked.
    pub request_id: Option<Uuid>,
    /// Whether they came.
    pub came: bool,
}

/// Which of the four lines is missing or says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupFault {
    /// The topic.
    Topic,
    /// The day and the time.
    Time,
    /// The place.
    Place,
    /// How many.
    Capacity,
}

impl GroupFault {
    /// The word in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Time => "time",
            Self::Place => "place",
            Self::Capacity => "capacity",
        }
    }
}

impl GroupConsultation {
    /// When it is.
    #[must_use]
    pub fn time(&self) -> ProposedTime {
        let (civil, state) = (self.civil.clone(), self.state.clone());
        ProposedTime { id: self.id, request_id: self.id, civil, minutes: self.minutes, state }
    }

    /// Takes over what was typed: topic, time, place and number of people, a line each.
    ///
    /// # Errors
    /// Says which line is missing or says nothing.
    pub fn fill(&mut self, words: &str, now: NaiveDateTime) -> Result<(), GroupFault> {
        let mut lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut line = || lines.next().filter(|line| line.chars().count() <= LONGEST);
        let topic = line().ok_or(GroupFault::Topic)?;
        let time = read_times(line().ok_or(GroupFault::Time)?, now).ok().filter(|times| times.len() == 1);
        let (civil, minutes) = time.and_then(|times| times.into_iter().next()).ok_or(GroupFault::Time)?;
        let place = line().ok_or(GroupFault::Place)?;
        let digits: String = line().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
        let capacity = digits.parse().ok().filter(|many| (1..=MOST).contains(many));
        self.capacity = capacity.ok_or(GroupFault::Capacity)?;
        (self.topic, self.place, self.civil, self.minutes) =
            (topic.to_owned(), place.to_owned(), civil, minutes);
        Ok(())
    }

    /// Whether it is about what somebody asks.
    #[must_use]
    pub fn fits(&self, request: &ConsultationRequest) -> bool {
        let same_subject = self.subject.is_none() || self.subject == request.subject;
        let same_place = self.municipality_id == request.municipality_id;
        same_place && same_subject && self.area == request.area && self.leader_id != request.teacher_id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_lines_are_a_group() {
        let now = "2026-11-23T10:00:00".parse().expect("a time");
        let mut group = GroupConsultation {
            id: Uuid::nil(),
            municipality_id: Uuid::nil(),
            leader_id: None,
            area: "lesson".to_owned(),
            subject: None,
            topic: String::new(),
            civil: String::new(),
            minutes: 0,
            place: String::new(),
            capacity: 0,
            state: "drafted".to_owned(),
            materials: None,
        };
        assert_eq!(group.fill("Проекты\nчт с 15 до 16:30\nШкола № 1\n12 мест", now), Ok(()));
        assert_eq!((group.civil.as_str(), group.minutes, group.capacity), ("2026-11-26T15:00", 90, 12));
        for (words, fault) in [
            ("", GroupFault::Topic),
            ("Проекты", GroupFault::Time),
            ("Проекты\nкогда-нибудь", GroupFault::Time),
            ("Проекты\nчт в 15", GroupFault::Place),
            ("Проекты\nчт в 15\nШкола", GroupFault::Capacity),
            ("Проекты\nчт в 15\nШкола\nмного", GroupFault::Capacity),
            ("Проекты\nчт в 15\nШкола\n0", GroupFault::Capacity),
        ] {
            assert_eq!(group.fill(words, now), Err(fault), "{words}");
        }
    }
}

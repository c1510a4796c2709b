//! What somebody has said so far on the way to a place of work: at registration, or when one is added later.
//! Not here: the lists to choose from.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::name::FullName;

/// What the draft becomes in the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// A registered person with their first place of work.
    Registration,
    /// One more place of work.
    NewPlace,
    /// A place of work instead of this one.
    MovedPlace(Uuid),
}

/// What is being asked, in the order of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Step {
    /// The name; typed.
    Name,
    /// The municipality; only where there are several.
    Municipality,
    /// The school.
    School,
    /// The post.
    Post,
    /// The subjects; only where the post teaches any.
    Subjects,
    /// The year in which the pedagogical career began.
    CareerYear,
}

/// Which of the steps that depend on lists there are.
#[derive(Debug, Clone, Copy)]
pub struct Asks {
    /// There are several municipalities.
    pub municipality: bool,
    /// The chosen post teaches something.
    pub subjects: bool,
}

/// The draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What it becomes.
    pub purpose: Purpose,
    /// What is being asked now.
    pub step: Step,
    /// The name.
    pub name: Option<FullName>,
    /// The municipality.
    pub municipality: Option<Uuid>,
    /// The school.
    pub school: Option<Uuid>,
    /// Id of the post.
    pub post: Option<String>,
    /// Ids of the subjects.
    pub subjects: Vec<String>,
    /// The year in which the career began, unless it was left open.
    pub career_year: Option<i64>,
    /// The typed words that the present list is narrowed to.
    pub filter: String,
    /// The page of the present list.
    pub page: usize,
    /// What an invitation answered already: the municipality, or the school too.
    #[serde(default)]
    pub given: Option<Step>,
}

impl Draft {
    /// Nothing said yet.
    #[must_use]
    pub fn begin(purpose: Purpose, asks_municipality: bool) -> Self {
        let asks = Asks { municipality: asks_municipality, subjects: true };
        let mut draft = Self {
            purpose,
            step: Step::School,
            name: None,
            municipality: None,
            school: None,
            post: None,
            subjects: Vec::new(),
            career_year: None,
            filter: String::new(),
            page: 0,
            given: None,
        };
        draft.step = draft.steps(asks).first().copied().unwrap_or(Step::School);
        draft
    }

    /// Everything this draft has to ask, in order.
    fn steps(&self, asks: Asks) -> Vec<Step> {
        let is_registration = self.purpose == Purpose::Registration;
        [
            (Step::Name, is_registration),
            (Step::Municipality, asks.municipality && self.given.is_none()),
            (Step::School, self.given != Some(Step::School)),
            (Step::Post, true),
            (Step::Subjects, asks.subjects),
            (Step::CareerYear, is_registration),
        ]
        .into_iter()
        .filter_map(|(step, is_asked)| is_asked.then_some(step))
        .collect()
    }

    /// Goes on to the next question; `false` if there is none left.
    pub fn go_on(&mut self, asks: Asks) -> bool {
        let next = self.steps(asks).into_iter().find(|step| *step > self.step);
        self.stand(next)
    }

    /// Goes back one question; `false` if this was the first.
    pub fn go_back(&mut self, asks: Asks) -> bool {
        let before = self.steps(asks).into_iter().rfind(|step| *step < self.step);
        self.stand(before)
    }

    fn stand(&mut self, step: Option<Step>) -> bool {
        self.filter.clear();
        self.page = 0;
        self.step = step.unwrap_or(self.step);
        step.is_some()
    }

    /// Takes the place of work from an invitation: the municipality, and the school if it names one. Whoever was being
    /// asked for it is asked for what comes next.
    pub fn invite(&mut self, municipality: Uuid, school: Option<Uuid>) {
        self.municipality = Some(municipality);
        self.school = school;
        self.given = Some(if school.is_some() { Step::School } else { Step::Municipality });
        let answered = [Step::Municipality, Step::School].contains(&self.step);
        if answered {
            self.stand(Some(if school.is_some() { Step::Post } else { Step::School }));
        }
    }

    /// Asks for the place of work as if nobody had been invited.
    pub fn ask_place(&mut self, asks: Asks) {
        (self.given, self.school) = (None, None);
        self.stand(Some(if asks.municipality { Step::Municipality } else { Step::School }));
    }

    /// Asks for the name again; what was said besides is kept.
    pub fn ask_name(&mut self) {
        self.stand(Some(Step::Name));
    }

    /// Chooses the municipality; a school of another one is no longer meant.
    pub fn choose_municipality(&mut self, id: Uuid) {
        if self.municipality != Some(id) {
            self.school = None;
        }
        self.municipality = Some(id);
    }

    /// Chooses the post; subjects of another post are no longer meant.
    pub fn choose_post(&mut self, id: &str) {
        if self.post.as_deref() != Some(id) {
            self.subjects.clear();
        }
        self.post = Some(id.to_owned());
    }

    /// Ticks a subject, or takes its tick away.
    pub fn toggle_subject(&mut self, id: &str) {
        match self.subjects.iter().position(|subject| subject == id) {
            Some(at) => {
                self.subjects.remove(at);
            }
            None => self.subjects.push(id.to_owned()),
        }
    }

    /// Narrows the present list to typed words.
    pub fn narrow(&mut self, typed: &str) {
        self.filter = typed.trim().chars().take(60).collect();
        self.page = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BOTH: Asks = Asks { municipality: true, subjects: true };
    const NEITHER: Asks = Asks { municipality: false, subjects: false };

    fn road(purpose: Purpose, asks: Asks) -> Vec<Step> {
        let mut draft = Draft::begin(purpose, asks.municipality);
        let mut steps = vec![draft.step];
        while draft.go_on(asks) {
            steps.push(draft.step);
        }
        steps
    }

    #[test]
    fn only_what_is_needed_is_asked() {
        use Step::{CareerYear, Municipality, Name, Post, School, Subjects};
        assert_eq!(road(Purpose::Registration, NEITHER), [Name, School, Post, CareerYear]);
        let all = [Name, Municipality, School, Post, Subjects, CareerYear];
        assert_eq!(road(Purpose::Registration, BOTH), all);
        assert_eq!(road(Purpose::NewPlace, NEITHER), [School, Post]);
    }

    #[test]
    fn an_invited_person_is_not_asked_where_they_work() {
        use Step::{CareerYear, Name, Post, School};
        let mut draft = Draft::begin(Purpose::Registration, true);
        draft.invite(Uuid::nil(), Some(Uuid::nil()));
        let mut steps = vec![draft.step];
        while draft.go_on(Asks { municipality: true, subjects: false }) {
            steps.push(draft.step);
        }
        assert_eq!(steps, [Name, Post, CareerYear]);
        draft.ask_place(BOTH);
        assert_eq!((draft.step, draft.school), (Step::Municipality, None));
        draft.invite(Uuid::nil(), None);
        assert_eq!(draft.step, School, "whoever is being asked for it goes on");
    }

    #[test]
    fn another_post_drops_the_subjects_of_the_first() {
        let mut draft = Draft::begin(Purpose::NewPlace, false);
        draft.choose_post("teacher");
        draft.toggle_subject("physics");
        draft.choose_post("teacher");
        assert_eq!(draft.subjects, ["physics"]);
        draft.choose_post("coach");
        assert!(draft.subjects.is_empty());
    }

    proptest! {
        #[test]
        fn back_undoes_on(municipality: bool, subjects: bool, steps in 0usize..6) {
            let asks = Asks { municipality, subjects };
            let mut draft = Draft::begin(Purpose::Registration, municipality);
            for _ in 0..steps {
                draft.go_on(asks);
            }
            let here = draft.step;
            if draft.go_on(asks) {
                prop_assert!(draft.go_back(asks));
            }
            prop_assert_eq!(draft.step, here);
        }

        #[test]
        fn two_ticks_are_none(ids in prop::collection::vec("[a-c]", 0..8)) {
            let mut draft = Draft::begin(Purpose::NewPlace, false);
            for id in ids.iter().chain(&ids) {
                draft.toggle_subject(id);
            }
            prop_assert!(draft.subjects.is_empty());
        }
    }
}

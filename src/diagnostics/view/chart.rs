//! The result as a radar chart. Not here: drawing it.

use super::{ResultView, words};
use crate::{
    documents::{Axis, RadarChart},
    label,
    messenger::Attachment,
    text,
    texts::Texts,
};

/// What to draw; `None` where nothing is scored.
#[must_use]
pub fn chart(view: &ResultView<'_>, texts: &Texts) -> Option<RadarChart> {
    let areas = &view.assessment.areas;
    let axes: Vec<Axis> = areas
        .iter()
        .map(|area| Axis {
            label: area.area.short.clone(),
            now: area.score,
            before: view.before.and_then(|before| before.score(&area.area.id)),
        })
        .collect();
    if axes.is_empty() {
        return None;
    }
    let day = |day| words::day(day, view.today, texts);
    let earlier = |date| label!(texts, "diagnostics-picture-earlier", day = day(date));
    let legend = view.before.map(|before| (day(view.day), earlier(before.day)));
    Some(RadarChart { title: view.questionnaire.title.clone(), axes, legend })
}

/// The drawn chart as it is sent.
#[must_use]
pub fn picture(view: &ResultView<'_>, png: Vec<u8>, texts: &Texts) -> Attachment {
    let day = words::day(view.day, view.today, texts);
    let caption = text!(texts, "diagnostics-picture-caption", title = &view.questionnaire.title, day = day);
    Attachment::Picture { bytes: png.into(), caption }
}

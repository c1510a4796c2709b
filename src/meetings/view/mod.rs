//! The screens of meetings: calling one, how it stands, what people get and answer, lists, papers.
//! Not here: any decision and any statement.

mod action;
mod after;
mod around;
mod calendar;
mod card;
mod compose;
mod deed;
mod fields;
mod given;
mod host;
mod letters;
mod lists;
mod marks;
mod minutes;
mod online;
mod papers;
mod sheets;
mod side;
mod words;
mod year;

pub use action::{ACTIONS, Action, Spot, WORD};
pub use after::After;
pub use around::{
    PER_MONTH, PER_PAGE, PageView, ahead_screen, around_screen, called_screen, month_of, over_screen,
    subject_screen, subjects_screen,
};
pub use calendar::{ALL_DAY, CalendarView, hours_screen, month_screen};
pub use card::{CardView, here_screen, letter_card, own_card, why_screen};
pub use compose::{
    ComposeView, HomeView, agenda_screen, compose_screen, confirm_screen, home_button, home_screen,
    more_screen, place_screen, seats_screen, title_screen, until_screen,
};
pub use deed::{Deed, YearDeed};
pub use fields::{
    about_sheet, fields_screen, materials_screen, papers_screen, record_screen, shared_wording, wish_screen,
    wishes_screen,
};
pub use given::{
    CertificateView, ExtractView, attended_words, certificate_file, certificate_wording, extract_file,
    extract_wording,
};
pub use host::{
    HostView, attendance_screen, cancel_screen, code_screen, host_screen, moving_screen, people_screen,
    visitors_screen,
};
pub use letters::{
    Lettered, alarm_wording, cancelled_wording, moved_wording, notice_wording, nudge_wording, offer_wording,
    passed_on_wording, reminder_wording, task_wording,
};
pub use lists::told_sentence;
pub use marks::{
    AttendedLine, MarksView, attended_button, attended_screen, attended_sentence, certificates_screen,
    mark_screen, page_of, parts_screen, stages_screen,
};
pub use minutes::{MinutesView, PresentView, minutes_paper_screen, minutes_screen, part_screen};
pub use online::{online_screen, tried_screen};
pub use papers::{ics_attachment, table_screen};
pub use sheets::{
    LessonLine, SheetView, kept_words, lessons_screen, question_screen, sheet_file, sheet_screen,
    sheet_wording, sheets_screen,
};
pub use side::Side;
pub use words::{name_words, weekday_words};
pub use year::{
    GapView, gap_wording, returned_year_file, taken_year_screen, tried_year_screen, year_screen,
    year_template_file,
};

use super::model::Meeting;
use crate::{label, messenger::Button, texts::Texts};

/// Leads back to a meeting.
fn to_meeting(meeting: &Meeting, texts: &Texts) -> Button {
    Button::new(label!(texts, "meetings-back"), Action::On(meeting.id, Deed::Show))
}

//! From a capability's data to a file: pictures, sheets, papers, posters and events for a calendar.
//!
//! Pure: data in, bytes out. Knows no database, no messenger and no texts of its own; whoever asks for a
//! document hands over every word that stands in it, in the reader's language.

mod ics;
mod lettering;
mod paper;
mod paragraphs;
mod poster;
mod qr;
mod radar;
mod sheet;
mod template;

pub use ics::{CalendarEvent, Method, Span, event_ics};
pub use paper::{Block, Paper, paper_docx};
pub use poster::{Poster, poster_pdf};
pub use qr::qr_png;
pub use radar::{Axis, DrawError, RadarChart, bars_png, radar_png};
pub use sheet::{Cell, Sheet, sheets_xlsx};
pub use template::{Filling, Template, TemplateFault};

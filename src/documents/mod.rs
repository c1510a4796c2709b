//! From a capability's data to a file: pictures, sheets, papers and posters.
//!
//! Pure: data in, bytes out. Knows no database, no messenger and no texts of its own; whoever asks for a
//! document hands over every word that stands in it, in the reader's language.

mod lettering;
mod paper;
mod poster;
mod qr;
mod radar;
mod sheet;

pub use paper::{Block, Paper, paper_docx};
pub use poster::{Poster, poster_pdf};
pub use qr::qr_png;
pub use radar::{Axis, DrawError, RadarChart, bars_png, radar_png};
pub use sheet::{Cell, Sheet, sheets_xlsx};

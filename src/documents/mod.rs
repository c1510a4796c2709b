//! From a capability's data to a file: pictures now, sheets and papers later.
//!
//! Pure: data in, bytes out. Knows no database, no messenger and no texts of its own; whoever asks for a
//! document hands over every word that stands in it, in the reader's language.

mod radar;

pub use radar::{Axis, DrawError, RadarChart, radar_png};

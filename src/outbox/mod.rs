//! What is said unasked: letters owed to people, and when each of them may be said.
//! Not here: the answer to whoever just spoke; `inbox` gives it.

mod model;

pub use model::{Class, Holidays, Plan, Rhythm, Timing, Wish};

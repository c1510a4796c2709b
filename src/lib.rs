//! Metodist.

pub mod documents;

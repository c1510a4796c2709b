//! Metodist.

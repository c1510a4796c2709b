//! The statements about what is owed, on both engines. How they behave together under crashes stands in `machine`.

mod bench;
mod claiming;
mod machine;
mod owing;

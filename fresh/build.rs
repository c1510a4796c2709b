//! A new migration is a new template.

fn main() {
    println!("cargo::rerun-if-changed=../migrations");
}

//! The statements about imports, the people who came of them, and matches.

mod imports;
mod matches;
mod people;

#[cfg(test)]
mod tests;

pub use imports::{
    Content, NewImport, add_import, claim_batch, drop_old_content, drop_open_import, drop_open_imports,
    find_content, find_import, find_running, forget_importer, mark_broken, mark_checked, mark_done,
    mark_running, mark_stopped, merge_importer, set_refused,
};
pub use matches::{
    add_match, decide, find_match, forget_matches, list_open, merge_matches, prune_kept, reopen, settle_match,
};
pub use people::{
    Origin, add_roster_name, add_roster_people, find_newcomer, find_origin, forget_roster_name,
    forget_roster_person, list_alike, list_known, list_unclaimed_before, merge_roster_names,
};

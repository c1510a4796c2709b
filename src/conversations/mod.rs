//! What the next words of a contact mean: who expects them, which draft is open, which message is live.
//! Not here: what a capability does with the words.
//! Tables: conversations, drafts.

mod store;

pub use store::{
    Conversation, LiveMessage, draft_within, find, forget, forget_contact, forget_everywhere, list_drafts,
    mark_live, open_draft, park, save,
};

//! People and groups: who they are and how they stand with the bot. What they say is in `deeds`.

use crate::rules::ApiError;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Instant;

/// How a person stands with the bot.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Never wrote to the bot.
    #[default]
    Stranger,
    Live,
    Blocked,
    /// The account was deleted.
    Gone,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Person {
    pub first_name: String,
    pub last_name: Option<String>,
    pub language_code: Option<String>,
    pub note: String,
    /// Nobody holds this phone: the page does not list it.
    pub is_extra: bool,
    pub standing: Standing,
    pub read_up_to: i64,
    /// The bot shows "typing" since then.
    pub typing_since: Option<Instant>,
    /// The reply keyboard under the input field, if the bot put one there.
    pub keyboard: Option<Value>,
}

impl Person {
    pub fn user_json(&self, id: i64) -> Value {
        let mut user = json!({"id": id, "is_bot": false, "first_name": self.first_name});
        if let Some(name) = &self.last_name {
            user["last_name"] = json!(name);
        }
        if let Some(code) = &self.language_code {
            user["language_code"] = json!(code);
        }
        user
    }

    pub fn chat_json(&self, id: i64) -> Value {
        let mut chat = json!({"id": id, "type": "private", "first_name": self.first_name});
        if let Some(name) = &self.last_name {
            chat["last_name"] = json!(name);
        }
        chat
    }

    pub fn name(&self) -> String {
        match &self.last_name {
            Some(last) => format!("{} {last}", self.first_name),
            None => self.first_name.clone(),
        }
    }
}

/// What became of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GroupStanding {
    Member,
    Kicked,
    Left,
    Deleted,
    /// Lives on as the supergroup of this id.
    Upgraded(i64),
}

#[derive(Debug, Clone)]
pub(crate) struct GroupChat {
    pub title: String,
    pub supergroup: bool,
    pub members: BTreeSet<i64>,
    pub standing: GroupStanding,
}

impl GroupChat {
    pub fn kind(&self) -> &'static str {
        if self.supergroup { "supergroup" } else { "group" }
    }

    pub fn chat_json(&self, id: i64) -> Value {
        let mut chat = json!({"id": id, "type": self.kind(), "title": self.title});
        if !self.supergroup {
            chat["all_members_are_administrators"] = json!(true);
        }
        chat
    }

    pub fn may_write(&self) -> Result<(), ApiError> {
        match self.standing {
            GroupStanding::Member => Ok(()),
            GroupStanding::Kicked => {
                Err(ApiError::forbidden(&format!("bot was kicked from the {} chat", self.kind())))
            }
            GroupStanding::Left => {
                Err(ApiError::forbidden(&format!("bot is not a member of the {} chat", self.kind())))
            }
            GroupStanding::Deleted => Err(ApiError::forbidden("the group chat was deleted")),
            GroupStanding::Upgraded(to) => Err(ApiError::migrated(to)),
        }
    }
}

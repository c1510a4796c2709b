//! A group chat with the bot in it. The bot hears what its privacy mode lets through: commands, mentions
//! of it and replies to it.

use crate::Bubble;
use crate::core::Core;
use crate::phone::Phone;
use crate::press::Press;
use crate::world::deeds::typed;
use crate::world::people::{GroupChat, GroupStanding};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A group; cheap to clone.
#[derive(Clone)]
pub struct Group {
    core: Arc<Core>,
    id: i64,
}

impl Group {
    pub(crate) fn new(core: Arc<Core>, title: &str) -> Self {
        let id = core.with(|world, _| {
            let id = -(4_000_000_001 + i64::try_from(world.groups.len()).unwrap_or_default());
            let title = title.to_owned();
            let (members, standing) = (BTreeSet::new(), GroupStanding::Member);
            world.groups.insert(id, GroupChat { title, supergroup: false, members, standing });
            id
        });
        Self { core, id }
    }

    /// Negative id of the chat; another one after [`Group::upgrades`].
    pub fn id(&self) -> i64 {
        self.id
    }

    /// A person writes into the group; gives the message's id.
    pub fn says(&self, phone: &Phone, text: &str) -> i64 {
        self.core.with(|world, now| {
            if let Some(group) = world.groups.get_mut(&self.id) {
                group.members.insert(phone.id());
            }
            world.group_writes(typed(self.id, phone.id(), text, now), now)
        })
    }

    /// A person presses a button in the group, as on a phone: the newest with that label. Panics when there
    /// is none.
    pub fn presses(&self, phone: &Phone, label: &str) -> Press {
        let id = self.core.with(|world, now| {
            let (message_id, data) = world.newest_button(self.id, label)?;
            Some(world.person_presses(phone.id(), (self.id, message_id), &data, now))
        });
        match id {
            Some(id) => Press::new(Arc::clone(&self.core), self.id, id),
            None => panic!("no button «{label}» in the group"),
        }
    }

    /// A person removes the bot from the group.
    pub fn kicks_bot(&self, phone: &Phone) {
        self.core.with(|world, now| {
            if let Some(group) = world.groups.get_mut(&self.id) {
                group.standing = GroupStanding::Kicked;
            }
            let event = world.membership_json((self.id, phone.id()), "member", "kicked", now);
            world.happened("my_chat_member", event, now);
        });
    }

    /// The group is deleted.
    pub fn is_deleted(&self) {
        self.core.with(|world, _| {
            if let Some(group) = world.groups.get_mut(&self.id) {
                group.standing = GroupStanding::Deleted;
            }
        });
    }

    /// The group becomes a supergroup with another id; sends to the old one name the new one.
    pub fn upgrades(&self) -> Group {
        let id = self.core.with(|world, _| {
            let id = -1_000_000_000_000 + self.id;
            if let Some(old) = world.groups.get_mut(&self.id) {
                let new = GroupChat { supergroup: true, ..old.clone() };
                old.standing = GroupStanding::Upgraded(id);
                world.groups.insert(id, new);
            }
            id
        });
        Group { core: Arc::clone(&self.core), id }
    }

    /// What stands in the group now, oldest first.
    pub fn chat(&self) -> Vec<Bubble> {
        self.core.with(|world, _| world.bubbles(self.id))
    }
}

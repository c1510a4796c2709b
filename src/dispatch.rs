//! The tree of the house: the gates in order, then the capabilities, then the fallback.
//! Not here: any capability's own branches; each brings its tree.

use std::sync::Arc;

use crate::{
    app::App,
    capability::{Capability, Outcome, Tree},
    diagnostics, errors,
    messenger::{Event, PayloadReader, Place, Screen},
    outbox,
    people::{self, Standing},
    text,
    turn::Turn,
    units,
};

/// The list of the house. Adding a capability is one line here.
#[must_use]
pub fn capabilities() -> Vec<Capability> {
    vec![people::capability(), units::capability(), outbox::capability(), diagnostics::capability()]
}

/// The whole tree. The order of the gates is the security of the house.
#[must_use]
pub fn tree(app: &App) -> Tree {
    let rules = Arc::new(Rules::of(&app.capabilities));
    let mut tree = dptree::entry()
        // Nothing about a person is said where others read along.
        .branch(dptree::filter(|turn: Turn| turn.incoming().place != Place::Private).endpoint(in_a_group))
        // Who has not agreed or not said who they are yet is led there, whatever they typed or pressed.
        .branch(people::entrance())
        // Whoever may not, gets no further: payloads and commands can be typed or forged by anybody.
        .branch(
            dptree::filter_map(move |turn: Turn| rules.refusal(&turn))
                .endpoint(|key: RefusalKey| async move { Err(errors::Refusal::because(key.0)) }),
        );
    for capability in app.capabilities.iter() {
        if let Some(branch) = capability.tree {
            tree = tree.branch(branch());
        }
    }
    tree.endpoint(fallback)
}

#[derive(Clone, Copy)]
struct RefusalKey(&'static str);

/// Who may use which command and which verb, gathered from the capabilities.
struct Rules {
    verbs: Vec<(&'static str, &'static str, Standing)>,
    commands: Vec<(&'static str, Standing)>,
}

impl Rules {
    fn of(capabilities: &[Capability]) -> Self {
        let verbs = capabilities.iter().flat_map(|capability| {
            capability.actions.iter().map(|action| (capability.payload_word, action.verb, action.who))
        });
        let commands = capabilities.iter().flat_map(|capability| capability.commands);
        Self {
            verbs: verbs.collect(),
            commands: commands.map(|command| (command.name, command.who)).collect(),
        }
    }

    /// Why this event may not pass, if it may not.
    fn refusal(&self, turn: &Turn) -> Option<RefusalKey> {
        let (who, unknown) = match &turn.incoming().event {
            Event::Press { payload } => (self.who_may_press(payload), "dispatch-press-outdated"),
            Event::Command { name, .. } => {
                let found = self.commands.iter().find(|(command, _)| command == name);
                (found.map(|(_, who)| *who), "dispatch-command-unknown")
            }
            _ => return None,
        };
        match who {
            None => Some(RefusalKey(unknown)),
            Some(who) if turn.standing() < who => Some(RefusalKey("dispatch-not-yet")),
            Some(_) => None,
        }
    }

    fn who_may_press(&self, payload: &str) -> Option<Standing> {
        let reader = PayloadReader::open(payload)?;
        let found =
            self.verbs.iter().find(|(word, verb, _)| *word == reader.capability && *verb == reader.verb);
        found.map(|(_, _, who)| *who)
    }
}

async fn in_a_group(turn: Turn) -> Outcome {
    match turn.incoming().event {
        Event::Command { .. } => Ok(Screen::of(text!(turn.texts(), "dispatch-group"))),
        _ => Ok(Screen::silence()),
    }
}

/// Nobody expected this: the person is told what can be done here, above the screen where they stand.
async fn fallback(turn: Turn) -> Outcome {
    let texts = turn.texts();
    let words = match turn.incoming().event {
        Event::Sent(_) => text!(texts, "dispatch-sent-unexpected"),
        Event::Edited => text!(texts, "dispatch-edited"),
        Event::Press { .. } => text!(texts, "dispatch-press-outdated"),
        Event::Blocked | Event::Unblocked => return Ok(Screen::silence()),
        Event::Words { forwarded: true, .. } => text!(texts, "dispatch-forwarded-unexpected"),
        Event::Words { .. } | Event::Command { .. } => text!(texts, "dispatch-words-unexpected"),
    };
    Ok(Screen::remark(words))
}

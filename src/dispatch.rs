//! The tree of the house: the gates in order, then the capabilities, then the fallback.
//! Not here: any capability's own branches; each brings its tree.

use crate::{
    accounts,
    app::App,
    attachments, audiences, audit, broadcasts,
    capability::{self, Capability, Outcome, Tree, Who},
    consultations, courses, diagnostics, directory,
    errors::Refusal,
    flood, hot_line, invitations, learning_routes, meetings,
    messenger::{Event, Place, Screen},
    methodologist_pool, organisations, outbox,
    people::{self, Standing},
    portfolio, privacy, questionnaires, roster, text, threads,
    turn::Turn,
    units,
};

/// The list of the house. Adding a capability is one line here.
#[must_use]
pub fn capabilities() -> Vec<Capability> {
    vec![
        people::capability(),
        units::capability(),
        attachments::capability(),
        outbox::capability(),
        // Words in reply to an announcement go to it, before whoever waits for words.
        broadcasts::capability(),
        diagnostics::capability(),
        questionnaires::capability(),
        directory::capability(),
        organisations::capability(),
        invitations::capability(),
        audit::capability(),
        roster::capability(),
        privacy::capability(),
        methodologist_pool::capability(),
        courses::capability(),
        portfolio::capability(),
        audiences::capability(),
        hot_line::capability(),
        consultations::capability(),
        meetings::capability(),
        learning_routes::capability(),
        accounts::capability(),
        // Stray words are for a conversation only where no screen asked for them.
        threads::capability(),
    ]
}

/// The whole tree. The order of the gates is the security of the house.
#[must_use]
pub fn tree(app: &App) -> Tree {
    let tree = dptree::entry()
        .branch(flood::gate())
        // Nothing about a person is said where others read along.
        .branch(dptree::filter(|turn: Turn| turn.incoming().place != Place::Private).endpoint(in_a_group))
        // Whoever comes by a link is noted before they are led in.
        .branch(meetings::arrivals())
        .branch(invitations::arrivals())
        // Whoever types the code of another account is here already.
        .branch(accounts::arrivals())
        // Who has not agreed or not said who they are yet is led there, whatever they typed or pressed.
        .branch(people::entrance())
        // Whoever may not, gets no further: payloads and commands can be typed or forged by anybody.
        .branch(
            dptree::filter_map(|turn: Turn| refusal(&turn))
                .endpoint(|key: RefusalKey| async move { Err(Refusal::because(key.0)) }),
        )
        // A reply to a letter is for its conversation, whatever a screen asks for.
        .branch(threads::replies());
    let trees = app.capabilities.iter().filter_map(|capability| capability.tree);
    // A list of people is taken wherever it is sent, unless a screen asks for a file.
    trees.fold(tree, |tree, own| tree.branch(own())).branch(roster::unasked_lists()).endpoint(fallback)
}

#[derive(Clone, Copy)]
struct RefusalKey(&'static str);

/// Why this event may not pass, if it may not. The roles were read for this very event.
fn refusal(turn: &Turn) -> Option<RefusalKey> {
    let capabilities = &turn.app().capabilities;
    let (who, unknown) = match &turn.incoming().event {
        Event::Press { payload } => {
            (capability::who_may_press(capabilities, payload), "dispatch-press-outdated")
        }
        Event::Command { name, .. } => {
            (capability::who_may_say(capabilities, name), "dispatch-command-unknown")
        }
        _ => return None,
    };
    match who {
        None => Some(RefusalKey(unknown)),
        Some(who) if who.admits(turn.standing(), turn.roles()) => None,
        Some(Who::Holding(_)) if turn.standing() == Standing::Registered => {
            Some(RefusalKey("dispatch-not-yours"))
        }
        Some(_) => Some(RefusalKey("dispatch-not-yet")),
    }
}

async fn in_a_group(turn: Turn) -> Outcome {
    let is_asked = matches!(turn.incoming().event, Event::Command { .. });
    Ok(if is_asked { Screen::of(text!(turn.texts(), "dispatch-group")) } else { Screen::silence() })
}

/// Nobody expected this: the person is told what can be done here, above the screen where they stand.
async fn fallback(turn: Turn) -> Outcome {
    let texts = turn.texts();
    let words = match turn.incoming().event {
        Event::Sent(_) | Event::File(_) => text!(texts, "dispatch-sent-unexpected"),
        Event::Edited => text!(texts, "dispatch-edited"),
        Event::Press { .. } => text!(texts, "dispatch-press-outdated"),
        Event::Blocked | Event::Unblocked => return Ok(Screen::silence()),
        Event::Words { forwarded: true, .. } => text!(texts, "dispatch-forwarded-unexpected"),
        Event::Words { .. } | Event::Command { .. } => text!(texts, "dispatch-words-unexpected"),
    };
    Ok(Screen::remark(words))
}

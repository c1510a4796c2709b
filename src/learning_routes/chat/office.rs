//! Whatever is pressed and typed around a route finds its handler.
//! Not here: the handlers.

use super::{agreeing, changed, coming, figures, kinds, nods, proposing, templates};
use crate::{capability::Outcome, learning_routes::view::Office, turn::Turn};

/// Whether typed words are for this screen.
pub(super) fn awaits_words(at: Office) -> bool {
    matches!(
        at,
        Office::NewStep(_) | Office::AskNod | Office::Approve(_) | Office::KindNew | Office::KeepAs(_)
    )
}

pub(super) async fn receive_words(turn: &Turn, at: Office, words: &str) -> Outcome {
    match at {
        Office::NewStep(route) => proposing::add(turn, route, words).await,
        Office::AskNod => nods::find(turn, words).await,
        Office::KindNew => kinds::receive_new(turn, words).await,
        Office::KeepAs(route) => kinds::keep(turn, route, words).await,
        Office::Approve(route) => agreeing::approve(turn, route, Some(words)).await,
        _ => Err(changed()),
    }
}

pub(super) async fn carry_out(turn: &Turn, action: Office) -> Outcome {
    match action {
        Office::Talk(step) => proposing::talk(turn, step).await,
        Office::NewStep(route) => proposing::ask_new(turn, route).await,
        Office::Drop(step) => proposing::change(turn, step, None).await,
        Office::Later(step, delay) => proposing::change(turn, step, Some(delay)).await,
        Office::Proposal(id) => proposing::show(turn, id).await,
        Office::Yes(id) => proposing::accept(turn, id).await,
        Office::No(id) => proposing::decline(turn, id).await,
        Office::Nod(id, agrees) => nods::answer(turn, id, agrees).await,
        Office::TakeOver => nods::take_over(turn).await,
        Office::Followed(which) => nods::show_followed(turn, which).await,
        Office::FollowedSheet => nods::send_followed(turn).await,
        Office::AskNod => nods::ask_name(turn).await,
        Office::AskNodOf(person) => nods::ask_nod(turn, person).await,
        Office::DrawFor(nod) => nods::draw(turn, nod).await,
        Office::HandOver(route) => nods::hand_over(turn, route).await,
        Office::School => agreeing::show_school(turn).await,
        Office::Plain(route) => agreeing::show_plain(turn, route).await,
        Office::Consent(route) => agreeing::consent(turn, route).await,
        Office::Approve(route) => agreeing::ask_approval(turn, route).await,
        Office::ApproveBare(route) => agreeing::approve(turn, route, None).await,
        _ => keep(turn, action).await,
    }
}

/// What is kept for the municipality, and what all routes come to.
async fn keep(turn: &Turn, action: Office) -> Outcome {
    match action {
        Office::Kinds(page) => kinds::show(turn, page).await,
        Office::KindSheet => kinds::ask_sheet(turn),
        Office::KindTemplate => kinds::send_template(turn),
        Office::KindTried => kinds::show_tried(turn).await,
        Office::KindTake => kinds::take(turn).await,
        Office::KindNew => kinds::ask_new(turn),
        Office::KindIs(kind) => kinds::say_which(turn, kind).await,
        Office::KindFor(area) => kinds::say_area(turn, area).await,
        Office::KindRetire(id) => kinds::retire(turn, id).await,
        Office::Templates => templates::show(turn).await,
        Office::Template(index) => templates::take(turn, index).await,
        Office::Coming => coming::show(turn).await,
        Office::Join(event) => coming::toggle(turn, event).await,
        Office::Figures => figures::show(turn).await,
        Office::FiguresSheet => figures::send(turn).await,
        Office::KeepAs(route) => kinds::ask_title(turn, route).await,
        Office::TemplateRetire(id) => kinds::retire_template(turn, id).await,
        _ => Err(changed()),
    }
}

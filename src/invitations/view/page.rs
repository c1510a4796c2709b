//! The page of an invitation: how it stands, who came by it; its link, code and sheet; and revoking it.

use std::sync::Arc;

use chrono_tz::Tz;

use super::{Action, day, offered_title, place_title, role_word};
use crate::{
    documents::Poster,
    invitations::model::{Invitation, Use, Welcome},
    label,
    messenger::{Attachment, Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Those who came that are shown by name.
const NAMED: usize = 10;

/// Everything the page shows.
pub struct PageView<'a> {
    /// Which.
    pub invitation: &'a Invitation,
    /// Who came by it, the last first.
    pub uses: &'a [Use],
    /// What it says to a stranger.
    pub welcome: Welcome,
    /// The zone of whoever looks.
    pub zone: Tz,
}

/// How an invitation stands.
#[must_use]
pub fn invitation_screen(page: &PageView<'_>, texts: &Texts) -> Screen {
    let invitation = page.invitation;
    let (is_open, id) = (page.welcome == Welcome::Open, invitation.id);
    let text = text!(
        texts,
        "invitations-page-text",
        role = offered_title(invitation.offered, texts),
        place = place_title(invitation, texts),
        state = state_word(page.welcome),
        until = day(invitation.expires_at, page.zone),
        single = if invitation.most_uses == 1 { "yes" } else { "no" },
        count = invitation.uses,
    );
    let text = match &invitation.meant_for {
        Some(meant) => text.paragraph(&text!(texts, "invitations-page-meant", name = &meant.name)),
        None => text,
    };
    let text = match page.uses {
        [] => text,
        uses => text.paragraph(&comers(uses, page.zone, texts)),
    };
    let send = Button::new(label!(texts, "invitations-page-send"), Action::Send(id));
    let revoke = Button::new(label!(texts, "invitations-page-revoke"), Action::AskRevoke(id));
    let back = Button::new(label!(texts, "invitations-page-back"), Action::List(0));
    Screen::of(text)
        .column(is_open.then_some(send))
        .column(is_open.then_some(revoke))
        .row(vec![back, menu_button(texts)])
        .at(Action::Invitation(id))
}

fn comers(uses: &[Use], zone: Tz, texts: &Texts) -> Markup {
    let title = text!(texts, "invitations-page-comers");
    let named = uses.iter().take(NAMED).fold(title, |text, comer| {
        let name = comer.name.clone().unwrap_or_default();
        let state = comer.state.as_str();
        text.line(&text!(
            texts,
            "invitations-page-comer",
            name = name,
            date = day(comer.used_at, zone),
            state = state
        ))
    });
    match uses.len().saturating_sub(NAMED) {
        0 => named,
        more => named.line(&text!(texts, "invitations-page-more", count = more)),
    }
}

fn state_word(welcome: Welcome) -> &'static str {
    match welcome {
        Welcome::Open | Welcome::Own | Welcome::Already => "open",
        Welcome::Revoked => "revoked",
        Welcome::Expired => "expired",
        Welcome::UsedUp => "used",
    }
}

/// What is handed over with an invitation.
pub struct Papers {
    /// The code as a PNG.
    pub code: Vec<u8>,
    /// The sheet as a PDF, where many are invited.
    pub sheet: Option<Vec<u8>>,
    /// The text to forward; stands below the code.
    pub caption: Markup,
}

/// The words to forward and those on the sheet. `place` is the full name of the school or municipality.
#[must_use]
pub fn papers_words(
    invitation: &Invitation,
    (link, place): (&str, &str),
    zone: Tz,
    texts: &Texts,
) -> (Markup, Poster) {
    let until = day(invitation.expires_at, zone);
    let meant = invitation.meant_for.as_ref();
    let caption = text!(
        texts,
        "invitations-forward-text",
        role = if meant.is_some() { "personal" } else { role_word(invitation.offered.role) },
        // Whoever has no patronymic is spoken to by the first name alone.
        name = meant.and_then(|meant| meant.name.split_once(' ')).map_or("", |(_, spoken_to)| spoken_to),
        place = if place.is_empty() { place_title(invitation, texts) } else { place.to_owned() },
        link = link,
        until = &until,
    );
    let steps = [
        label!(texts, "invitations-sheet-point"),
        label!(texts, "invitations-sheet-start"),
        label!(texts, "invitations-sheet-answer"),
    ];
    let poster = Poster {
        place: place.to_owned(),
        title: label!(texts, "invitations-sheet-title"),
        steps: steps.into(),
        link: link.to_owned(),
        foot: label!(texts, "invitations-sheet-until", until = until),
    };
    (caption, poster)
}

/// The page with what is to be handed over below it.
#[must_use]
pub fn with_papers(screen: Screen, papers: Papers, texts: &Texts) -> Screen {
    let has_sheet = if papers.sheet.is_some() { "yes" } else { "no" };
    let hint = text!(texts, "invitations-papers-hint", sheet = has_sheet);
    let screen = Screen { text: screen.text.paragraph(&hint), ..screen }
        .with(Attachment::Picture { bytes: Arc::from(papers.code), caption: papers.caption });
    let Some(sheet) = papers.sheet else { return screen };
    let name = label!(texts, "invitations-sheet-file");
    let caption = text!(texts, "invitations-sheet-caption");
    screen.with(Attachment::File { name, bytes: Arc::from(sheet), caption })
}

/// Asks once more before an invitation is revoked.
#[must_use]
pub fn revoke_screen(invitation: &Invitation, texts: &Texts) -> Screen {
    let question = text!(
        texts,
        "invitations-revoke-question",
        role = offered_title(invitation.offered, texts),
        place = place_title(invitation, texts),
    );
    Screen::of(question)
        .row(vec![Button::new(label!(texts, "invitations-revoke-yes"), Action::Revoke(invitation.id))])
        .row(vec![Button::new(label!(texts, "invitations-revoke-no"), Action::Invitation(invitation.id))])
        .at(Action::AskRevoke(invitation.id))
}

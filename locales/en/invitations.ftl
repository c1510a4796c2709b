invitations-invite-button = Invite
invitations-personal-button = Invite in person
invitations-back = ‹ Invitations
invitations-earlier = ‹ Previous
invitations-later = More ›
invitations-out-of-sight = This invitation is not here, or not open to you. Here is where you are:

# Whom and where.
invitations-role-title = { $role ->
    [teacher] teacher
    [school_leader] school leader
    [methodologist] methodologist
    [coordinator] coordinator
   *[regional_coordinator] regional coordinator
 }
invitations-whom-question = <b>Whom to invite?</b>

    I will make a link, a QR code and a sheet to print. Teachers come by one link for all; any other role takes a link for one person, and you confirm them.
invitations-whom-button = { $role ->
    [teacher] Teachers
    [school_leader] A school leader
    [methodologist] A methodologist
    [coordinator] A coordinator
   *[regional_coordinator] A regional coordinator
 }
invitations-waiting-button = Waiting for a word ({ $count })
invitations-list-button = Invitations ({ $count })
invitations-where-question = { $role ->
    [teacher] <b>Teachers of which school?</b>
    [school_leader] <b>The leader of which school?</b>
   *[other] <b>Where is this role?</b>
 }

    Choose, or type a part of the name.
invitations-where-unfound = Nothing found for “{ $words }”. Try fewer letters or open the whole list.
invitations-where-all = Show all
invitations-where-any = Any school: { $place }

# An invitation.
invitations-list-question = <b>Invitations</b>

    Press one to see who came, to send it again or to revoke it.
invitations-list-nothing = There are no invitations yet.
invitations-list-entry = { $role } · { $place } · { $count }
invitations-page-text = <b>Invitation: { $role }</b>
    { $place }

    { $state ->
    [open] Good until { $until }.
    [revoked] Revoked: nobody comes by this link any more.
    [expired] It ended on { $until }.
   *[used] It was used.
 } { $single ->
    [yes] The link is for one person.
   *[no] { $count ->
    [0] Nobody has come yet.
    [one] { $count } person has come.
   *[other] { $count } people have come.
 }
 }
invitations-page-meant = For: <b>{ $name }</b>. Whoever comes by this link gets what the list says. Hand it over in person.
invitations-page-comers = <b>Who came</b>
invitations-page-comer = { $name }, { $date }{ $state ->
    [waiting] , waits to be confirmed
    [confirmed] , was given the role
    [declined] , was not given the role
   *[in] { "" }
 }
invitations-page-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
 }
invitations-page-send = Link, QR code and sheet
invitations-page-revoke = Revoke
invitations-page-back = ‹ To the list
invitations-revoke-question = <b>Revoke the invitation?</b>

    { $role }, { $place }. Nobody will come by the link or the QR code any more. Those who came stay.
invitations-revoke-yes = Yes, revoke
invitations-revoke-no = No, keep it
invitations-revoked-toast = Revoked
invitations-done-toast = Done

# What is handed over.
invitations-papers-hint = Below is a message with the QR code: forward it to whom you invite.{ $sheet ->
    [yes] { " " }After it comes a sheet for the staff room to print.
   *[no] { "" }
 }
invitations-forward-text = { $role ->
    [teacher] Dear colleagues, you are invited to “Metodist”, a helper for teachers in the messenger. It shows what to build on and what to develop.
    [personal] Hello, { $name }! You are invited to “Metodist”, a helper for teachers in the messenger. It shows what to build on and what to develop.
    [school_leader] You are invited to “Metodist”, a helper for teachers, as a school leader.
    [methodologist] You are invited to “Metodist”, a helper for teachers, as a methodologist.
    [coordinator] You are invited to “Metodist”, a helper for teachers, as a coordinator.
   *[regional_coordinator] You are invited to “Metodist”, a helper for teachers, as a regional coordinator.
 }

    { $place }

    Open the link and press “Start”, it takes a couple of minutes:
    { $link }

    { $role ->
    [teacher] The link is good until { $until }.
   *[other] The link is for you alone and good until { $until }.
 }
invitations-sheet-title = “Metodist”: a helper for teachers
invitations-sheet-point = Point your phone’s camera at the code
invitations-sheet-start = Open the link and press “Start”
invitations-sheet-answer = Answer a few questions about yourself
invitations-sheet-until = Good until { $until }
invitations-sheet-file = Invitation.pdf
invitations-sheet-caption = A sheet for the staff room: print it and put it up where everybody sees it.

# Whoever comes by a link.
invitations-welcome-word = { $role ->
    [teacher] You are invited: <b>{ $place }</b>.
   *[other] You are invited: <b>{ $title }</b>, { $place }.
 }
invitations-welcome-question = Accept the invitation?
invitations-welcome-accept = Accept
invitations-came-open = { $role ->
    [teacher] Invitation accepted: { $place }.{ $there ->
    [yes] { "" }
   *[no] { " " }One more place of work? Add it in your profile.
 }
   *[other] Invitation accepted. The role “{ $title }”, { $place }, waits to be confirmed: I will write to you when it is. Everything that is open to teachers works already.
 }
invitations-came-claimed = What the district’s list said about you is in your profile now: please check it.
invitations-came-own = This is your own invitation: forward it to those you invite.
invitations-came-already = You came by this invitation before: { $place }. All is well.
invitations-came-revoked = This invitation was revoked. You can come in without it, and whoever invited you can send a new one.
invitations-came-expired = This invitation has ended. You can come in without it, and whoever invited you can send a new one.
invitations-came-used = { $role ->
    [teacher] Everybody this invitation was for has come. You can come in without it.
   *[other] Somebody else came by this invitation: it was for one person. You can come in without it, and whoever invited you can send a new one.
 }
invitations-came-unknown = I cannot find this invitation: perhaps the link was not copied whole. You can come in without it.

# Confirming.
invitations-waiting-text = { $count ->
    [0] <b>Waiting for a word</b>

    Nobody is waiting now.
    [one] <b>{ $count } person is waiting for a word</b>
   *[other] <b>{ $count } people are waiting for a word</b>
 }
invitations-waiting-entry = { $name } · { $role }
invitations-waiting-back = ‹ Who waits
invitations-comer-text = <b>{ $name }</b>
    { $schools }

    { $state ->
    [waiting] The role they were invited to: { $role }, { $place }. Give it?
    [confirmed] The role was given: { $role }, { $place }.
   *[declined] The role was not given: { $role }, { $place }. They are still a teacher here.
 }
invitations-comer-confirm = Confirm
invitations-comer-decline = Decline
invitations-not-working-there = This school is not in the person’s profile. Ask them to add it, then confirm.

# Letters.
invitations-letter-waiting = Somebody came by an invitation.
invitations-letter-waiting-brief = Waits to be confirmed: { $name }, { $role }
invitations-letter-waiting-button = Look
invitations-letter-confirmed = Your role was confirmed: <b>{ $role }</b>, { $place }.

    { $can ->
    [school_leader] You now see the people of your school and can invite teachers: /admin.
    [methodologist] Thank you for helping your colleagues. The menu has a new button, “What I consult on”: say on which subjects and how many requests you take.
    [coordinator] You now see the people of the municipality and can invite and appoint others: /admin.
   *[regional_coordinator] You now see the people of every municipality and can invite coordinators: /admin.
 }
invitations-letter-confirmed-brief = Your role was confirmed: { $role }, { $place }
invitations-letter-declined = Your role was not confirmed: { $role }, { $place }. Everything that is open to teachers stays with you. If this is a mistake, ask whoever invited you.
invitations-letter-declined-brief = Your role was not confirmed: { $role }, { $place }

# My data.
invitations-told-came = <b>Invitation:</b> by which one you came, and when.
invitations-told-written = { $count ->
    [one] <b>Your invitations:</b> { $count } invitation.
   *[other] <b>Your invitations:</b> { $count } invitations.
 }

# Confirming those who signed up by themselves.
invitations-newcomers-button = New people ({ $count })
invitations-newcomers-text = { $count ->
    [0] <b>New people</b>

    There is nobody to confirm now.
    [one] <b>{ $count } person waits to be confirmed.</b> Do they work with you? Press the name.
   *[other] <b>{ $count } people wait to be confirmed.</b> Who works with you? Press the name.
 }
invitations-newcomers-entry = { $name } · { $school }
invitations-newcomers-line = { $name }, { $school }
invitations-newcomers-brief = { $count ->
    [one] { $count } new person waits to be confirmed
   *[other] { $count } new people wait to be confirmed
 }
invitations-admitted-toast = Confirmed
invitations-unconfirmed-word = A coordinator or your school’s leader will confirm you. No need to wait: everything that is open to teachers works already.

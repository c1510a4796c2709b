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
invitations-whom-question = <b>Whom would you like to invite?</b>

    I will make a link, a QR code and a sheet to print. Teachers share one link. Any other role gets a link for one person, whom you then confirm.
invitations-whom-button = { $role ->
    [teacher] Teachers
    [school_leader] A school leader
    [methodologist] A methodologist
    [coordinator] A coordinator
   *[regional_coordinator] A regional coordinator
 }
invitations-waiting-button = To be confirmed ({ $count })
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

    Press an invitation to see who came, to send it again or to revoke it.
invitations-list-nothing = There are no invitations yet.
invitations-list-entry = { $role } · { $place } · { $count }
invitations-page-text = <b>Invitation: { $role }</b>
    { $place }

    { $state ->
    [open] Valid until { $until }.
    [revoked] Revoked: nobody can use this link any more.
    [expired] It expired on { $until }.
   *[used] It has been used.
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
    [waiting] , waiting to be confirmed
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

    { $role }, { $place }. The link and the QR code stop working. Those who came already stay.
invitations-revoke-yes = Yes, revoke
invitations-revoke-no = No, keep it
invitations-revoked-toast = Revoked
invitations-done-toast = Done

# What is handed over.
invitations-papers-hint = Below is a message with the QR code: forward it to the people you invite.{ $sheet ->
    [yes] { " " }After it comes a sheet to print for the staff room.
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
    [teacher] The link is valid until { $until }.
   *[other] The link is for you alone and valid until { $until }.
 }
invitations-sheet-title = “Metodist”: a helper for teachers
invitations-sheet-point = Point your phone’s camera at the code
invitations-sheet-start = Open the link and press “Start”
invitations-sheet-answer = Answer a few questions about yourself
invitations-sheet-until = Valid until { $until }
invitations-sheet-file = Invitation.pdf
invitations-sheet-caption = A sheet for the staff room: print it and put it up where everybody can see it.

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
   *[no] { " " }Is this another place of work? Add it in your profile.
 }
   *[other] Invitation accepted. The role “{ $title }”, { $place }, is waiting to be confirmed: I will write to you when it is. Everything that is open to teachers works already.
 }
invitations-came-claimed = What the district’s list said about you is in your profile now: please check it.
invitations-came-own = This is your own invitation: forward it to those you invite.
invitations-came-already = You have used this invitation already: { $place }. All is well.
invitations-came-revoked = This invitation has been revoked. You can start without it, and whoever invited you can send a new one.
invitations-came-expired = This invitation has expired. You can start without it, and whoever invited you can send a new one.
invitations-came-used = { $role ->
    [teacher] Everybody this invitation was meant for has come. You can start without it.
   *[other] Somebody else has used this invitation: it was for one person. You can start without it, and whoever invited you can send a new one.
 }
invitations-came-unknown = I cannot find this invitation: perhaps the link was not copied in full. You can start without it.

# Confirming.
invitations-waiting-text = { $count ->
    [0] <b>To be confirmed</b>

    Nobody is waiting now.
    [one] <b>{ $count } person is waiting to be confirmed</b>
   *[other] <b>{ $count } people are waiting to be confirmed</b>
 }
invitations-waiting-entry = { $name } · { $role }
invitations-waiting-back = ‹ To be confirmed
invitations-comer-text = <b>{ $name }</b>
    { $schools }

    { $state ->
    [waiting] The role they were invited to: { $role }, { $place }. Give it?
    [confirmed] The role was given: { $role }, { $place }.
   *[declined] The role was not given: { $role }, { $place }. They keep the rights of a teacher.
 }
invitations-comer-confirm = Confirm
invitations-comer-decline = Decline
invitations-not-working-there = This school is not in the person’s profile. Ask them to add it, then confirm.

# Letters.
invitations-letter-waiting = Somebody came by an invitation.
invitations-letter-waiting-brief = To be confirmed: { $name }, { $role }
invitations-letter-waiting-button = Have a look
invitations-letter-confirmed = Your role was confirmed: <b>{ $role }</b>, { $place }.

    { $can ->
    [school_leader] You now see the people of your school and can invite teachers. It is all under “Administration”.
    [methodologist] Thank you for helping your colleagues. The menu has a new button, “What I consult on”: say on which subjects and how many requests you take.
    [coordinator] You now see the people of the district and can invite and appoint others. It is all under “Administration”.
   *[regional_coordinator] You now see the people of all districts and can invite coordinators. It is all under “Administration”.
 }
invitations-letter-confirmed-brief = Your role was confirmed: { $role }, { $place }
invitations-letter-declined = Your role was not confirmed: { $role }, { $place }. Everything that is open to teachers stays with you. If this is a mistake, ask whoever invited you.
invitations-letter-declined-brief = Your role was not confirmed: { $role }, { $place }

# My data.
invitations-told-came = <b>Invitation:</b> which one you came by, and when.
invitations-told-written = { $count ->
    [one] <b>Your invitations:</b> { $count } invitation.
   *[other] <b>Your invitations:</b> { $count } invitations.
 }

# Confirming those who signed up by themselves.
invitations-newcomers-button = New people ({ $count })
invitations-newcomers-text = { $count ->
    [0] <b>New people</b>

    There is nobody to confirm now.
    [one] <b>{ $count } person is waiting to be confirmed.</b> Do they work with you? Press the name to confirm.
   *[other] <b>{ $count } people are waiting to be confirmed.</b> Who works with you? Press the name to confirm.
 }
invitations-newcomers-entry = { $name } · { $school }
invitations-newcomers-line = { $name }, { $school }
invitations-newcomers-brief = { $count ->
    [one] { $count } new person is waiting to be confirmed
   *[other] { $count } new people are waiting to be confirmed
 }
invitations-admitted-toast = Confirmed
invitations-unconfirmed-word = A coordinator or your school’s leader will confirm you. No need to wait: everything that is open to teachers works already.

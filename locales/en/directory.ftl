directory-command-admin = Administration
directory-command-people = People
directory-admin-text = <b>Administration</b>

    Your roles: { $roles }.
directory-admin-waiting = { $label } ({ $count })
directory-admin-back = ‹ Administration

# The list of people.
directory-people-question = { $count ->
    [one] There is <b>{ $count } person</b> here.
   *[other] There are <b>{ $count } people</b> here.
 }

    Choose, or type whom you are looking for: a name, a school, a post, a subject or a role.
directory-people-found = { $count ->
    [one] <b>{ $count } person</b> found for “{ $words }”.
   *[other] <b>{ $count } people</b> found for “{ $words }”.
 }
directory-people-unfound = Nobody found for “{ $words }”. Try fewer letters or open the whole list.
directory-people-nobody = There is nobody here yet. People appear once they sign up.
directory-people-awaited = And { $count } on lists, not in the bot yet: look for a name to invite them in person.
directory-people-awaited-entry = { $name } · not in the bot yet
directory-people-entry = { $name } · { $school }
directory-list-earlier = ‹ Previous
directory-list-later = More ›
directory-list-all = Show everybody
directory-out-of-sight = That is not here, or you have no access to it. Here is where you are:

# The card.
directory-card-title = <b>{ $name }</b>
directory-card-place = { $school }
    { $taught ->
    [yes] { $post }: { $subjects }
   *[no] { $post }
 }
directory-card-awaited = <i>Not in the bot yet: known from a list.</i>
directory-card-unconfirmed = <i>Not confirmed: they signed up by themselves.</i>
directory-card-roles = <b>Roles</b>
directory-card-role = { $role }, { $place }, since { $since }
directory-card-reach = { $state ->
    [live] Messages arrive.
    [blocked] The bot is blocked, messages do not arrive.
   *[none] Not connected on a messenger.
 }
directory-card-appoint = Appoint
directory-card-end = End role: { $role }
directory-card-back = ‹ To the list
directory-back-card = ‹ To the card

# Giving and ending a role.
directory-role-question = <b>{ $name }</b>

    Which role would you like to give?
directory-role-button = { $role ->
    [school_leader] School leader
    [methodologist] Methodologist
    [coordinator] Coordinator
   *[regional_coordinator] Regional coordinator
 }
directory-unit-question = <b>{ $name }</b>

    Role: { $role }. Where?
directory-ask-question = <b>Please confirm</b>

    { $name }: { $title }, { $place }.

    { $role ->
    [school_leader] They will see the people of this organisation, but not their answers.
    [methodologist] Their menu will have “What I consult on”, where they say on which subjects and how many requests they take.
    [coordinator] They will see the people of the district and the access log, and can appoint others.
   *[regional_coordinator] They will see the people of all districts and can appoint coordinators.
 }
directory-ask-yes = Confirm
directory-end-question = <b>End this role?</b>

    { $name }: { $role }, { $place }.{ $own ->
    [yes] { " " }It is your own: only another coordinator can restore it.
   *[no] { "" }
 }
directory-end-yes = Yes, end it
directory-done-text = { $held ->
    [yes] Done. <b>{ $name }</b>: { $role }, { $place }.
   *[no] The role has ended. <b>{ $name }</b>: { $role }, { $place }.
 }
directory-done-toast = Done
directory-done-undo = Undo the appointment
directory-done-return = Restore the role
directory-too-late = It is too late to restore this role with one press. Please appoint them again.
directory-last-coordinator = This is the only coordinator. Appoint another one first, then end this role.

# The letter about a role.
directory-letter-given = You were given a role: <b>{ $role }</b>, { $place }.

    { $can ->
    [association_head] Congratulations! You now keep the list of its members: it is under “Administration”.
    [school_leader] You now see the people of your school.
    [methodologist] Thank you for helping your colleagues. The menu has a new button, “What I consult on”: say on which subjects and how many requests you take.
    [coordinator] You now see the people of the district and can appoint methodologists and school leaders.
   *[regional_coordinator] You now see the people of all districts and can appoint coordinators.
 }
directory-letter-given-brief = You were given a role: { $role }, { $place }
directory-letter-ended = Your role has ended: <b>{ $role }</b>, { $place }. Thank you for your work.
directory-letter-ended-brief = Your role has ended: { $role }, { $place }

# The list as a table.
directory-table-button = Download as a table
directory-table-text = The list is ready. This download is in the access log.
directory-table-name = People.xlsx
directory-table-caption = The people you see
directory-table-sheet = People
directory-table-column = { $column ->
    [family] Family name
    [given] Given name
    [patronymic] Patronymic
    [school] Organisation
    [post] Post
    [subjects] Subjects
   *[roles] Roles
 }

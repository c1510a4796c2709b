audit-command-audit = Access log
audit-title = <b>Access log</b>

    Who opened people’s cards and changed roles, the newest first.
audit-nothing = The log is still empty. It will show who opened people’s cards and changed roles.
audit-line = <b>{ $moment }</b>, { $actor }
    { $deed ->
    [saw-card] Card opened: { $subject }
    [gave-role] Appointed: { $subject }, { $role }
    [ended-role] Role ended: { $subject }, { $role }
    [added-member] Into an association: { $subject }
    [removed-member] Out of an association: { $subject }
    [marked-school] Marks changed: { $subject }
    [declined-role] Role declined: { $subject }, { $role }
    [invited] Invitation written: { $role }
    [revoked-invitation] Invitation revoked: { $role }
    [imported-list] A list of people was taken in
    [joined-people] Confirmed: { $subject } and somebody of a list are one person
    [parted-people] Taken back: { $subject } and somebody of a list
    [left-role] Role ended with the work at the organisation: { $role }
    [took-people] Took the list of people as a table
    [took-audit] Took the log as a table
    [confirmed-person] Person confirmed: { $subject }
    [joined-pool] Into the pool of methodologists: { $subject }
    [left-pool] Out of the pool of methodologists: { $subject }
    [overrode-checks] Into the pool of methodologists, with an exception: { $subject }
    [added-account] Another account attached: { $subject }
    [joined-accounts] Accounts joined: { $subject }
    [parted-accounts] Account detached: { $subject }
    [declined-account] Lost account not given back: { $subject }
    [imported-courses] A list of courses was taken in
   *[returned-role] Role returned: { $subject }, { $role }
 }
audit-mine-button = Who looked at my data
audit-mine-title = <b>Who looked at your data</b>
audit-mine-nothing = Nobody has opened your card or changed your roles.
audit-mine-line = <b>{ $moment }</b>, { $actor }
    { $deed ->
    [saw-card] Your card was opened
    [gave-role] You were given a role: { $role }
    [ended-role] A role of yours ended: { $role }
    [added-member] You were taken into an association
    [removed-member] You were taken out of an association
    [declined-role] You were not given the role: { $role }
    [imported-list] A list of people was taken in
    [joined-people] Confirmed: you and somebody of a list are one person
    [parted-people] Taken back: you and somebody of a list
    [confirmed-person] It was confirmed that you work here
    [joined-pool] You were put into the pool of methodologists
    [left-pool] You were taken out of the pool of methodologists
    [overrode-checks] You were put into the pool of methodologists, with an exception
    [joined-accounts] An account was joined to your record
    [parted-accounts] An account was detached from your record
    [declined-account] You were not given your lost account back
    [imported-courses] A list of courses was taken in
   *[returned-role] A role was returned to you: { $role }
 }
audit-mine-back = ‹ My data
audit-newer = ‹ Newer
audit-older = Older ›
audit-left = a deleted person
audit-told = <b>Log:</b> who opened your card or changed your roles and when, and the same about what you did.
audit-teacher = teacher
audit-table-button = Take as a table
audit-table-text = { $count ->
    [one] The log is ready: { $count } entry. That it was taken is written down too.
   *[other] The log is ready: { $count } entries. That it was taken is written down too.
 }
audit-table-name = Access log.xlsx
audit-table-caption = Access log
audit-table-sheet = Access log
audit-table-back = ‹ To the log
audit-table-column = { $column ->
    [moment] When
    [actor] Who
    [deed] What was done
    [subject] With whose data
   *[role] Role
 }
audit-table-deed = { $deed ->
    [saw-card] Card opened
    [gave-role] Appointment
    [ended-role] Role ended
    [left-role] Role ended with the work at the organisation
    [took-people] List of people taken
    [took-audit] Log taken
    [added-account] Another account attached
    [joined-accounts] Accounts joined
    [parted-accounts] Account detached
    [declined-account] Lost account not given back
    [imported-courses] A list of courses was taken in
   *[returned-role] Role given back
 }

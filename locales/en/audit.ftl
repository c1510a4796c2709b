audit-command-audit = Access log
audit-title = <b>Access log</b>

    Who opened people’s cards and changed roles, the newest first.
audit-nothing = The log is still empty. It will show who opened people’s cards and changed roles.
audit-line = <b>{ $moment }</b>, { $actor }
    { $deed ->
    [saw-card] Card opened: { $subject }
    [saw-profile] Profile of deficits opened: { $subject }
    [gave-role] Appointed: { $subject }, { $role }
    [ended-role] Role ended: { $subject }, { $role }
    [added-member] Added to an association: { $subject }
    [removed-member] Removed from an association: { $subject }
    [marked-school] Marks changed: { $subject }
    [declined-role] Role declined: { $subject }, { $role }
    [invited] Invitation created: { $role }
    [revoked-invitation] Invitation revoked: { $role }
    [imported-list] A list of people was imported
    [joined-people] Confirmed: { $subject } and a person on a list are the same person
    [parted-people] Separated again: { $subject } and a person on a list
    [left-role] Role ended together with the job at the organisation: { $role }
    [took-people] The list of people was downloaded
    [took-audit] The log was downloaded
    [confirmed-person] Person confirmed: { $subject }
    [joined-pool] Added to the pool of methodologists: { $subject }
    [left-pool] Removed from the pool of methodologists: { $subject }
    [overrode-checks] Added to the pool of methodologists, with an exception: { $subject }
    [added-account] Another account attached: { $subject }
    [joined-accounts] Accounts joined: { $subject }
    [parted-accounts] Account detached: { $subject }
    [declined-account] Lost account not given back: { $subject }
    [imported-courses] A list of courses was taken in
    [sent-to-many] Sent or scheduled to many
    [held-send] A sending held up
    [released-send] A sending let go on
    [stopped-send] A sending stopped
    [corrected-send] What was sent was corrected
    [recalled-send] What was sent was taken back
   *[returned-role] Role restored: { $subject }, { $role }
 }
audit-mine-button = Who looked at my data
audit-mine-title = <b>Who looked at your data</b>
audit-mine-nothing = Nobody has opened your card or changed your roles.
audit-mine-line = <b>{ $moment }</b>, { $actor }
    { $deed ->
    [saw-card] Your card was opened
    [saw-profile] Your profile of deficits was opened
    [gave-role] You were given a role: { $role }
    [ended-role] Your role was ended: { $role }
    [added-member] You were added to an association
    [removed-member] You were removed from an association
    [declined-role] You were not given the role: { $role }
    [imported-list] A list of people was imported
    [joined-people] Confirmed: you and a person on a list are the same person
    [parted-people] Separated again: you and a person on a list
    [confirmed-person] It was confirmed that you work here
    [joined-pool] You were added to the pool of methodologists
    [left-pool] You were removed from the pool of methodologists
    [overrode-checks] You were added to the pool of methodologists, with an exception
    [left-role] Your role ended together with the job at the organisation: { $role }
    [joined-accounts] An account was joined to your record
    [parted-accounts] An account was detached from your record
    [declined-account] You were not given your lost account back
    [imported-courses] A list of courses was taken in
    [sent-to-many] Sent or scheduled to many
    [held-send] A sending held up
    [released-send] A sending let go on
    [stopped-send] A sending stopped
    [corrected-send] What was sent was corrected
    [recalled-send] What was sent was taken back
   *[returned-role] Your role was restored: { $role }
 }
audit-mine-back = ‹ My data
audit-newer = ‹ Newer
audit-older = Older ›
audit-left = name deleted
audit-told = <b>Access log:</b> who opened your card or changed your roles and when, and whose cards you opened.
audit-teacher = teacher
audit-table-button = Download as a table
audit-table-text = { $count ->
    [one] The log is ready: { $count } entry. This download is logged too.
   *[other] The log is ready: { $count } entries. This download is logged too.
 }
audit-table-name = Access log.xlsx
audit-table-caption = Access log
audit-table-sheet = Access log
audit-table-back = ‹ Access log
audit-table-column = { $column ->
    [moment] When
    [actor] Who
    [deed] What was done
    [subject] Whose data
   *[role] Role
 }
audit-table-deed = { $deed ->
    [saw-card] Card opened
    [saw-profile] Profile of deficits opened
    [gave-role] Appointment
    [ended-role] Role ended
    [added-member] Added to an association
    [removed-member] Removed from an association
    [marked-school] Marks of a school changed
    [declined-role] Role declined
    [invited] Invitation created
    [revoked-invitation] Invitation revoked
    [imported-list] A list of people was imported
    [joined-people] Confirmed as a person on a list
    [parted-people] Separated again from a person on a list
    [left-role] Role ended together with the job at the organisation
    [took-people] The list of people was downloaded
    [took-audit] The log was downloaded
    [confirmed-person] Person confirmed
    [joined-pool] Added to the pool of methodologists
    [left-pool] Removed from the pool of methodologists
    [overrode-checks] Added to the pool of methodologists, with an exception
    [added-account] Another account attached
    [joined-accounts] Accounts joined
    [parted-accounts] Account detached
    [declined-account] Lost account not given back
    [imported-courses] A list of courses was taken in
    [sent-to-many] Sent or scheduled to many
    [held-send] A sending held up
    [released-send] A sending let go on
    [stopped-send] A sending stopped
    [corrected-send] What was sent was corrected
    [recalled-send] What was sent was taken back
   *[returned-role] Role restored
 }

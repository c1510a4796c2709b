audit-command-audit = Access log
audit-title = <b>Access log</b>

    Who opened people’s cards and changed roles, the newest first.
audit-nothing = The log is still empty. It will show who opened people’s cards and changed roles.
audit-line = <b>{ $moment }</b>, { $actor }
    { $deed ->
    [saw-card] Card opened: { $subject }
    [gave-role] Appointed: { $subject }, { $role }
    [ended-role] Role ended: { $subject }, { $role }
    [joined-pool] Into the pool of methodologists: { $subject }
    [left-pool] Out of the pool of methodologists: { $subject }
    [overrode-checks] Into the pool of methodologists, with an exception: { $subject }
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
    [joined-pool] You were put into the pool of methodologists
    [left-pool] You were taken out of the pool of methodologists
    [overrode-checks] You were put into the pool of methodologists, with an exception
   *[returned-role] A role was returned to you: { $role }
 }
audit-mine-back = ‹ My data
audit-newer = ‹ Newer
audit-older = Older ›
audit-left = a deleted person
audit-told = <b>Log:</b> who opened your card or changed your roles and when, and the same about what you did.

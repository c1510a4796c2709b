learning_routes-command-route = My route
learning_routes-command-routes = Teachers’ routes
learning_routes-changed = This has changed meanwhile. Here is how it is now:
learning_routes-empty = The route has no steps yet. Add at least one.
learning_routes-full = The route has eighty steps already. To add one, take one out.
learning_routes-words = That could not be read. Please write one message of up to 600 characters (a step of your own: 120).
learning_routes-no-place = To draw up a route, say in your profile where you work.
learning_routes-back-route = ‹ My route
learning_routes-back-areas = ‹ Areas
learning_routes-back-card = ‹ To the route
learning_routes-back-queue = ‹ Teachers’ routes
learning_routes-list-earlier = ‹ Previous
learning_routes-list-later = More ›
learning_routes-progress = { $bar } { $done } of { $all }
learning_routes-hidden = Steps not shown: { $count }. The document has them.
learning_routes-line = { $state ->
    [done] ✓
    [shown] …
    [late] !
   *[planned] ○
 } { $number }. { $title }{ $hours ->
    [0] { "" }
   *[other] , { $hours } h
 } — { $state ->
    [done] done
    [shown] being looked at
    [late] was due { $day }
   *[planned] by { $day }
 }
learning_routes-pace = { $hours } h in { $weeks } wk in all, about { $weekly } h a week.
learning_routes-overload = That is a lot: up to { $hours } h in two weeks. Take a step out or put it off.
learning_routes-remark = <b>The methodologist’s remark:</b> { $words }

# Drawing it up.
learning_routes-draw-button = Draw up a route
learning_routes-none = There is no route yet.

    A route is a few steps for the school year: a course, a seminar, a colleague’s lesson, a book. It is easiest to draw one up after a self-diagnosis.
learning_routes-tick = { $state ->
    [yes] ☑
   *[no] ☐
 } { $title }
learning_routes-areas-question = { $known ->
    [yes] What would you like to work on? Ticked is what the diagnosis showed.
   *[no] There is no diagnosis yet, so add the steps yourself.
 }
learning_routes-areas-next = Choose steps ›
learning_routes-suggest-title = <b>{ $area }</b>
    Tick what suits you.
learning_routes-suggest-line = <b>{ $title }</b>
    { $form }, { $hours } h. { $place }
learning_routes-suggest-next = { $area } ›
learning_routes-plan-button = Plan ›
learning_routes-plan-title = { $known ->
    [yes] Next: check the plan and press the first button.
   *[no] Next: choose steps.
 }
learning_routes-plan-send = { $who ->
    [methodologist] Send to the methodologist
   *[nobody] Begin the route
 }
learning_routes-plan-own = Own step
learning_routes-own-question = What will you do? Write one line; hours may stand at its end: “Visit a colleague’s lesson, 2 h”.
learning_routes-sent-toast = Sent to the methodologist
learning_routes-began-toast = The route has begun

# The route.
learning_routes-route-next = { $state ->
    [active] Next: <b>{ $title }</b>, by { $day }
    [late] It is time: <b>{ $title }</b>, was due { $day }
    [shown] Next: the methodologist looks at your materials.
    [review] Next: the methodologist looks at your route.
    [paused] The route stands still since { $day }.
    [measure] Next: <b>the final diagnosis</b>, it shows what has changed.
    [completed] The route is completed.
    [stopped] The route was stopped.
   *[draft] Next: check the plan.
 }
learning_routes-route-done = Done: { $title }
learning_routes-route-takeback = Take it back
learning_routes-route-paper = Document (DOCX)
learning_routes-route-pause = Pause
learning_routes-route-resume = Go on
learning_routes-route-stop = Stop
learning_routes-route-again = Draw up a new one
learning_routes-step-title = <b>{ $title }</b>
    { $kind ->
    [formal] Formal education
    [nonformal] Non-formal education
   *[informal] Self-education
 }, { $state ->
    [done] done
    [shown] being looked at
   *[planned] by { $day }
 }
learning_routes-step-field = { $field ->
    [form] Form
    [hours] Hours
    [place] Where
    [result] Result
   *[words] What was shown
 }: { $words }
learning_routes-step-done = Done
learning_routes-step-putoff = { $delay ->
    [day] A day later
    [week] A week later
   *[month] A month later
 }
learning_routes-step-remove = Take it out
learning_routes-step-file = Open the file
learning_routes-moved-toast = Put off
learning_routes-done-question = <b>{ $title }</b>

    Send a photo, a file of up to 10 MB, a link or a few words on what came of it.{ $known ->
    [yes] { " " }Expected: { $result }
   *[no] { "" }
 }
learning_routes-done-toast = Noted
learning_routes-file-caption = { $title }
learning_routes-stop-question = Stop the route? What is done is kept, and there are no more reminders. You can draw up a new one later.
learning_routes-stop-yes = Yes, stop it
learning_routes-snoozed-toast = { $delay ->
    [day] I will remind you tomorrow
    [week] I will remind you in a week
   *[month] I will remind you in a month
 }

# A check on the way.
learning_routes-check-button = A short check: 3 questions
learning_routes-check-question = Question { $number } of { $all }. <b>{ $title }</b>

    { $known ->
    [yes] Expected: { $result } Does it work for you?
   *[no] Does it work for you?
 }
learning_routes-check-answer = { $answer ->
    [yes] Yes, I use it
    [partly] I am trying
   *[no] Not yet
 }
learning_routes-checked-title = { $outcome ->
    [add] Something is still missing. You could add:
    [drop] All of it works. Steps left about these areas: { $count }. They can be taken out as learnt.
   *[keep] Thank you! The route can go on as it is.
 }
learning_routes-checked-line = ○ { $title }, { $hours } h
learning_routes-checked-decide = { $decision ->
    [add] Add to the route
    [drop] Take out as learnt
   *[keep] Leave it as it is
 }
learning_routes-checked-toast = { $decision ->
    [add] Steps added
    [drop] Steps taken out
   *[keep] The check is kept
 }

# The outcome.
learning_routes-outcome-button = { $is_measured ->
    [yes] What has changed
   *[no] Final diagnosis
 }
learning_routes-outcome-title = { $closed ->
    [0] <b>What has changed</b>
        The levels are as before.
   *[other] <b>What has changed</b>
        The level rose: { $closed } of { $all }.
 }
learning_routes-outcome-line = { $area }: { $before } → { $after } of 100. { $change ->
    [closed] The level rose: “{ $level }”
    [up] More confident, the same level: “{ $level }”
    [down] Lower than before: “{ $level }”
   *[same] Hardly changed: “{ $level }”
 }
learning_routes-outcome-days = Compared: { $first } and { $again }.
learning_routes-outcome-honest = { $source ->
    [self] <i>This is a self-assessment, and the second time there were more questions: it shows how you see your work, not the work itself. A lesson, children’s work and a colleague’s eye will confirm a rise. A lower mark often means that you look at yourself more closely.</i>
   *[tasks] <i>You had seen some of the tasks before, and the second time there were more. Judge by what works in your lessons.</i>
 }
learning_routes-past-button = Past routes
learning_routes-past-title = <b>Past routes</b>
    Each is as it was when it ended.
learning_routes-past-line = { $state ->
    [completed] Completed
   *[stopped] Stopped
 }, { $day }
learning_routes-outcome-picture = Before and after

# Letters.
learning_routes-reminder-title = <b>Your route</b>
learning_routes-reminder-line = { $is_late ->
    [yes] ! { $title } — was due { $day }
   *[no] ○ { $title } — by { $day }
 }
learning_routes-reminder-brief = Route: { $title }
learning_routes-reminder-open = Open the route
learning_routes-reminder-snooze = { $delay ->
    [day] In a day
    [week] In a week
   *[month] In a month
 }
learning_routes-notice = { $what ->
    [sent] <b>{ $name }</b>: a new route waits for you.
    [done] <b>{ $name }</b>: the step “{ $title }” is done.
    [checked] <b>{ $name }</b>: after a check steps of the route changed.
    [agreed] The route is agreed to, you can begin.
    [returned] The methodologist asks you to add to the route.
    [accepted] The step is accepted: “{ $title }”.
   *[rejected] The methodologist asks you to add to the step “{ $title }”.
 }
learning_routes-notice-open = Open

# The methodologist.
learning_routes-queue-title = <b>Teachers’ routes</b>
    To agree to: { $review }, materials to look at: { $shown }
learning_routes-queue-accompanied = { $name }: { $done } of { $all }{ $is_late ->
    [yes] , late: { $late }
   *[no] { "" }
 }
learning_routes-queue-route = Route: { $name }, steps: { $steps }
learning_routes-queue-step = { $name }: { $title }
learning_routes-queue-open = Open: { $name }
learning_routes-card-title = <b>{ $name }</b>, { $state ->
    [review] to be agreed to
    [active] on the way
    [paused] standing still
    [completed] completed
    [stopped] stopped
   *[draft] a draft
 }{ $known ->
    [yes] { "" }
        Areas: { $areas }
   *[no] { "" }
 }
learning_routes-card-agree = Agree
learning_routes-card-return = Return with a remark
learning_routes-card-shown = Look at: { $title }
learning_routes-return-question = What should be added? { $name } will see your words. Write one message.
learning_routes-shown-title = <b>{ $name }</b>, shown { $day }
learning_routes-shown-accept = Accept
learning_routes-shown-reject = Return with a remark
learning_routes-reject-question = What is missing in the step “{ $title }”? { $name } will see your words.
learning_routes-agreed-toast = Agreed
learning_routes-returned-toast = Returned
learning_routes-accepted-toast = Accepted

# The document.
learning_routes-paper-file = Route.docx
learning_routes-paper-caption = Your route
learning_routes-paper-title = INDIVIDUAL LEARNING ROUTE OF A TEACHER
learning_routes-paper-approved = APPROVED
    ________________ / ________________
    Order (minutes) No. ______ of ____________
learning_routes-paper-basis = Basis: { $title }, { $day }
learning_routes-paper-goal = Goal: to make up for professional deficits and to apply what was learnt at work
learning_routes-paper-field = { $field ->
    [person] Teacher
    [place] Place of work
    [areas] Deficits (areas)
    [term] To be done by
    [hours] Hours in all
   *[progress] Done
 }: { $words }
learning_routes-paper-kind = { $kind ->
    [formal] Formal education
    [nonformal] Non-formal education
   *[informal] Informal education
 }
learning_routes-paper-column = { $column ->
    [number] No.
    [content] Content, place
    [form] Form
    [hours] Hours
    [due] Due
    [result] Expected result
   *[mark] Mark of completion
 }
learning_routes-paper-mark = { $state ->
    [done] done { $day }
   *[shown] presented { $day }
 }
learning_routes-paper-agreed = AGREED { $day }. Methodologist: { $name } ________________
learning_routes-paper-signed = Teacher: { $name } ________________
learning_routes-paper-evidence = What shows the steps
learning_routes-paper-shown = Step { $number }: { $words }
learning_routes-paper-photo = { $known ->
    [yes] file “{ $name }”
   *[no] a photo
 }
learning_routes-paper-outcome = What has changed: diagnosis of { $first } and { $again }
learning_routes-paper-made = Made { $day }

# Data.
learning_routes-told-own = <b>Routes:</b> { $count } of your own
learning_routes-told-accompanied = <b>Routes:</b> you accompany { $count }
learning_routes-step-words = { $title }, { $state ->
    [done] done
    [shown] being looked at
   *[planned] planned
 }, due { $day }
learning_routes-route-words = { $state ->
    [draft] A draft
    [review] To be agreed to
    [active] On the way
    [paused] Standing still
    [completed] Completed
   *[stopped] Stopped
 }: { $areas }

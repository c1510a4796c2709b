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
learning_routes-none = There is no route yet. Next: draw one up.

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
    [returned] Next: check the plan and answer the remark.
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
    [awaits] Next: the route is agreed to, the head of the school approves it.
    [review] Next: the methodologist looks at your route.
    [measure] Next: <b>the final diagnosis</b>, it shows what has changed.
    [paused] The route stands still since { $day }. Next: <b>{ $title }</b>, when you go on.
    [completed] The route is completed. Next: you can draw up a new one.
    [stopped] The route was stopped. Next: you can draw up a new one.
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

# Agreeing and approving.
learning_routes-school-button = Routes of the school’s teachers
learning_routes-back-school = ‹ The school’s routes
learning_routes-school-title = <b>Routes of the school’s teachers</b>
    In all: { $count }, waiting for you: { $waits }
learning_routes-school-line = { $name }: { $state ->
    [waits] <b>waits for your signature</b>
    [review] being looked at
    [paused] standing still
    [completed] completed
   *[active] { $done } of { $all }
 }{ $late ->
    [0] { "" }
   *[other] , late: { $late }
 }
learning_routes-plain-title = <b>{ $name }</b>, { $state ->
    [review] being looked at
    [active] on the way
    [paused] standing still
   *[completed] completed
 }
learning_routes-plain-step = { $kind ->
    [formal] A programme
    [nonformal] A seminar or a group
   *[informal] Self-education
 }
learning_routes-grif = { $kind ->
    [approved] Approved
   *[agreed] Agreed
 }: { $name }, { $day }{ $known ->
    [yes] , { $paper }
   *[no] { "" }
 }
learning_routes-approve-button = Approve
learning_routes-approve-question = By what do you approve the route? { $name } will see your answer. Write one line: “Order 12 of 01.12.2026” or “Minutes 3”.
learning_routes-approve-bare = Without a number
learning_routes-approve-words = Please write one line of up to 120 characters: “Order 12 of 01.12.2026”.
learning_routes-approved-toast = Approved
learning_routes-office-notice = { $what ->
    [to_approve] <b>{ $name }</b>: a route waits for your signature.
    [awaits] The route is agreed to. The head of the school has yet to approve it.
    [approved] The route is approved, you can begin.
    [approved_other] <b>{ $name }</b>: the route is approved.
    [proposed] <b>{ $name }</b> proposes a change of the route:
    [accepted] <b>{ $name }</b> accepts your proposal:
    [declined] <b>{ $name }</b> does not accept your proposal:
    [nodded] <b>{ $name }</b>: you can draw the route up.
    [refused] <b>{ $name }</b>: the teacher will draw it up alone.
   *[handed] A methodologist drew a route up for you. Change what you like and send it.
 }

# Together.
learning_routes-you = You
learning_routes-thread-title = Step “{ $title }”
learning_routes-thread-home = ‹ To the step
learning_routes-back-step = ‹ To the step
learning_routes-talk-button = Discuss the step
learning_routes-talk = <b>{ $title }</b>
    Write here: the teacher and the methodologist of the route will see it.
learning_routes-newstep-button = { $who ->
    [alone] Add a step
   *[both] Propose a step
 }
learning_routes-newstep-question = { $who ->
    [alone] What shall be added? Write one line: “Visit a colleague’s lesson, 2 h”.
   *[both] Which step shall be added? Write one line: “Visit a colleague’s lesson, 2 h”. It appears when the other side agrees.
 }
learning_routes-drop-button = { $who ->
    [alone] Take the step out
   *[both] Propose to take it out
 }
learning_routes-later-button = { $delay ->
    [week] Propose: a week later
   *[month] Propose: a month later
 }
learning_routes-proposal-words = { $kind ->
    [add] Add a step: { $title }
    [remove] Take a step out: { $title }
   *[move] Move “{ $title }” from { $known } to { $day }
 }
learning_routes-proposal-button = ✎ { $words }
learning_routes-proposal-state = { $state ->
    [decides] Do you agree?
    [waits] It waits for the other side.
    [accepted] Accepted.
    [declined] Not accepted.
   *[outdated] No longer needed: the step is done or gone, or something else was proposed.
 }
learning_routes-proposal-yes = Accept
learning_routes-proposal-no = No need
learning_routes-proposal-toast = { $what ->
    [proposed] The proposal is sent
    [declined] It stays as it is
   *[changed] The route is changed
 }
learning_routes-proposal-news = { $what ->
    [moved] While you decided, the day of the step changed. The proposal is still here, please look again:
   *[gone] While you decided, the step was done or taken out.
 }

# Accompanying.
learning_routes-followed-button = Whom I accompany
learning_routes-followed-title = <b>Whom you accompany</b>
    In all: { $count }, late: { $late }, silent for over a month: { $silent }
learning_routes-followed-line = { $name }: { $done } of { $all }{ $late ->
    [0] { "" }
   *[other] , late: { $late }
 }{ $silent ->
    [yes] , days of silence: { $days }
   *[no] { "" }
 }
learning_routes-followed-which = { $which ->
    [late] Who is late
    [silent] Who is silent
   *[all] Everybody
 }
learning_routes-followed-sheet = Table (XLSX)
learning_routes-followed-tab = Accompanied
learning_routes-followed-file = Accompanied { $day }.xlsx
learning_routes-followed-caption = Routes: { $count }
learning_routes-followed-column = { $column ->
    [name] Teacher
    [state] State
    [steps] Steps
    [done] Done
    [late] Late
    [next] Next step
    [due] Due
   *[heard] Last heard of
 }
learning_routes-state = { $state ->
    [draft] Draft
    [review] Being looked at
    [active] On the way
    [paused] Standing still
    [completed] Completed
   *[stopped] Stopped
 }
learning_routes-asknod-open = Draw up for a teacher
learning_routes-asknod-question = For whom shall a route be drawn up? Write the family name and the first name: “Belova Anna”. The bot asks the teacher first.
learning_routes-asknod-words = Please write the family name and the first name: “Belova Anna”.
learning_routes-asknod-found = { $known ->
    [yes] Whom shall we ask?
   *[no] There is no such teacher in the bot in your municipality. Check the spelling or send another name.
 }
learning_routes-asknod-button = { $name }, { $school }
learning_routes-asknod-toast = Asked. The answer will come here.
learning_routes-drawfor-button = Draw up: { $name }
learning_routes-has-open = The teacher has a route already.
learning_routes-nod-question = <b>{ $name }</b>, a methodologist, offers to draw a route up for you.
learning_routes-nod-seen = If you agree, the methodologist sees the areas that your last diagnosis suggests to work on. They do not see your answers. You can change the route when it is ready.
learning_routes-nod-yes = Yes, please do
learning_routes-nod-no = No, I will do it
learning_routes-nod-toast = { $what ->
    [yes] The methodologist is told
   *[no] All right, the methodologist is told
 }
learning_routes-others-draft = Next: { $name } is drawing a route up for you. A message will come when it is ready.
learning_routes-takeover-button = Take the draft
learning_routes-plan-for = A route for: <b>{ $name }</b>
    Check the plan and give it to the teacher.
learning_routes-plan-seen = The methodologist will see the steps and the ticked areas.
learning_routes-handover-button = Give to the teacher
learning_routes-handed-toast = The teacher has the route

# The municipality’s catalogue.
learning_routes-kinds-button = Catalogue of steps
learning_routes-back-kinds = ‹ Catalogue of steps
learning_routes-back-admin = ‹ Looking after
learning_routes-kinds-title = <b>Catalogue of steps of your municipality</b>
    Own steps: { $count }, whole routes: { $templates }. Teachers see them first, then the common catalogue.
    Press a step to offer it no more. Routes that have it keep it.
learning_routes-kinds-retire = ✕ { $title }
learning_routes-templates-retire = ✕ Route “{ $title }”
learning_routes-kinds-retired-toast = Offered no more
learning_routes-kinds-new = Add a step
learning_routes-kinds-sheet = Send a table
learning_routes-kinds-question = Which step shall teachers be offered? Write one line, the hours at its end: “Workshop on AI, 4 h”.
learning_routes-kinds-is = <b>{ $title }</b>
    Which kind is it?
learning_routes-kinds-which = { $kind ->
    [formal] A programme, retraining
    [nonformal] A seminar, a group, a contest
   *[informal] Self-education
 }
learning_routes-kinds-for = <b>{ $title }</b>
    For which area?
learning_routes-area = { $area ->
    [subject] The subject
    [methods] Methods
    [psychology] Psychology and pedagogy
    [literacy] Functional literacy
    [communication] Communication and soft skills
   *[ict] ICT
 }
learning_routes-kinds-added-toast = The step is in the catalogue
learning_routes-kinds-sheet-question = Send a table, XLSX or CSV, with one step in a row. It needs the columns “Step” and “Areas”, the others are optional. The bot shows first what would come of it.
learning_routes-kinds-template = A sample table
learning_routes-kinds-template-file = Catalogue of steps.xlsx
learning_routes-kinds-refused-file = Catalogue of steps, returned.xlsx
learning_routes-kinds-tab = Steps
learning_routes-kinds-caption = { $about ->
    [refused] Rows that could not be read
   *[template] A sample: fill it in and send it here
 }
learning_routes-kinds-column = { $column ->
    [title] Step
    [areas] Areas
    [kind] Kind
    [form] Form
    [hours] Hours
    [days] Days
    [place] Where
   *[result] Result
 }
learning_routes-kinds-example = { $column ->
    [title] Workshop on assessment
    [areas] methods, psychology
    [kind] nonformal
    [form] Workshop
    [hours] 3
    [days] 14
    [place] Lugobor gymnasium
   *[result] The plan of a lesson
 }
learning_routes-kinds-why = What to mend
learning_routes-kinds-fault = { $field ->
    [title] no name of the step, or one of more than 120 characters
    [areas] the area is not clear
    [kind] the kind is not clear: formal, nonformal, informal
    [hours] the hours are not clear
    [days] the number of days is not clear
    [form] the form takes more than 300 characters
    [place] the place takes more than 300 characters
   *[result] the result takes more than 300 characters
 }
learning_routes-kinds-counts = New steps: { $added }, known already: { $kept }, rows not read: { $refused }
learning_routes-kinds-row = Row { $number }: { $reasons }
learning_routes-kinds-take = Add: { $count }
learning_routes-kinds-taken-toast = Steps added: { $count }
learning_routes-kinds-too-many = The table has more than 500 rows. Please send it in parts.
learning_routes-kinds-headings = The columns “Step” and “Areas” are missing. Take the sample table.
learning_routes-templates-open = Whole routes
learning_routes-templates-title = What to begin from? The steps come into your plan; take out what you do not need.
learning_routes-templates-button = { $suits ->
    [yes] ★ { "" }
   *[no] { "" }
 }{ $title }, steps: { $count }
learning_routes-template-toast = The steps are in the plan
learning_routes-keep-button = Keep as a whole route
learning_routes-keep-question = What shall the whole route be called? Up to 60 characters. Steps of the catalogue are kept; the teacher’s name, days and own steps are not.
learning_routes-keep-words = Please write a name of up to 60 characters.
learning_routes-keep-empty = The route has no steps of the catalogue, there is nothing to keep.
learning_routes-kept-toast = The whole route is kept

# What is coming.
learning_routes-coming-open = Coming events
learning_routes-coming-title = { $known ->
    [yes] What is coming? Tick where you will go: it becomes a step with its day.
   *[no] Nothing is coming for you yet.
 }
learning_routes-coming-line = { $lesson ->
    [yes] Open lesson: { "" }
   *[no] { "" }
 }{ $title }, { $day }
learning_routes-coming-form = { $lesson ->
    [yes] Visiting an open lesson
   *[no] Taking part in an event
 }

# The coordinator’s figures.
learning_routes-figures-button = Routes: figures
learning_routes-figures-few = There will be figures once at least ten teachers have routes: then nobody can be told from them.
learning_routes-figures-title = <b>Teachers’ routes</b>
    Teachers with a route: at least { $people }. Numbers are rounded down to tens, groups below ten are not shown.
learning_routes-figures-block = { $block ->
    [states] <b>By state</b>
    [pace] <b>On time and late</b>
    [areas] <b>By area</b>
    [closed] <b>Closed difficulties (the level rose)</b>
    [schools] <b>By school</b>
   *[hours] <b>Hours done</b>
 }
learning_routes-figures-line = { $name }: { $count }
learning_routes-figures-hidden = The rest: too few to be shown.
learning_routes-figures-pace = { $pace ->
    [late] Something is late
   *[on_time] On time
 }
learning_routes-figures-sheet = Table (XLSX)
learning_routes-figures-tab = { $block ->
    [states] State
    [pace] Pace
    [areas] Areas
    [closed] Closed
    [schools] Schools
   *[hours] Hours
 }
learning_routes-figures-count = { $block ->
    [hours] Hours, at least
   *[states] Teachers, at least
 }
learning_routes-figures-cell-few = few
learning_routes-figures-file = Routes { $day }.xlsx
learning_routes-figures-caption = Figures without names; groups below ten are not shown

# The document.
learning_routes-paper-file = Route.docx
learning_routes-paper-caption = Your route
learning_routes-paper-approved = APPROVED
    ________________ / ________________
    Order (minutes) No. ______ of ____________
learning_routes-paper-approved-by = APPROVED
    ________________ / { $name }
    { $paper } { $day }
learning_routes-paper-place = Place of work: { $words }
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

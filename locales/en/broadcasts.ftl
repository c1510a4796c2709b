broadcasts-command-broadcast = Announcements
broadcasts-out-of-sight = This announcement is not here or not open to you. Here is where you are:
broadcasts-back = ‹ Announcement
broadcasts-back-home = ‹ Announcements
broadcasts-back-buttons = ‹ Buttons
broadcasts-headline-files = Files

# The beginning.
broadcasts-upcoming-nothing = <b>What will go out</b>, { $place }

    Nothing is planned. Whatever goes to many will stand here: announcements, invitations to questionnaires and reminders of them.
broadcasts-upcoming-text = <b>What will go out</b>, { $place }: { $count }

    Tap to hold it back, send it now or withdraw it. Local time, { $zone }.
broadcasts-upcoming-entry = { $state ->
    [held] ⏸ { $title }
    [begun] ▶ { $title }
   *[waits] { $at } · { $title }
 }
broadcasts-upcoming-before = ‹ Sooner
broadcasts-upcoming-after = Later ›
broadcasts-upcoming-back = ‹ What will go out
broadcasts-waiting-head = { $state ->
    [scheduled] <b>Scheduled</b>
   *[paused] { $why ->
        [role] <b>Held back by itself</b>: whoever sent it does not hold the role any more.
       *[wished] <b>Held back</b>: it does not go out until you let it.
     }
 }

    “{ $words }”
broadcasts-waiting-moment = { $rule ->
    [weekly] Every week, next on { $at }
    [monthly] Every month, next on { $at }
    [yearly] Every school year, next on { $at }
   *[once] Due on { $at }
 } (local time, { $zone })
broadcasts-waiting-hold = Hold back
broadcasts-waiting-queue = Put back in line
broadcasts-waiting-start = Send now
broadcasts-waiting-stop = Withdraw

broadcasts-home-text = <b>Announcements</b>, { $place }

    Write an announcement right here or forward one: text, a picture, a file, up to ten of them. Nothing goes out before you confirm it.
broadcasts-home-region = the whole region
broadcasts-home-entry = { $state ->
    [draft] ✎ { $words }
    [scheduled] ◷ { $words }
    [running] ▶ { $words }
    [paused] ⏸ { $words }
    [stopped] ■ { $words }
    [recalled] ↩ { $words }
   *[done] ✓ { $words }
 }
broadcasts-home-upcoming = What will go out
broadcasts-home-place = Where: { $place }
broadcasts-home-back = ‹ Administration

# The draft.
broadcasts-compose-title = <b>New announcement</b>
broadcasts-compose-nothing = There is no text yet. Write it here.
broadcasts-compose-about = { $category ->
    [service] Service message: comes to everybody
    [news] Methodical news
    [contests] Contests
   *[courses] Courses
 }
broadcasts-compose-files = Files: { $count }
broadcasts-compose-audience = To whom
broadcasts-compose-acknowledge = { $asks ->
    [yes] ☑ Button “I have read it”
   *[no] ☐ Button “I have read it”
 }
broadcasts-compose-buttons = { $count ->
    [0] Buttons
   *[other] Buttons: { $count }
 }
broadcasts-compose-category = { $category ->
    [service] Service
    [news] News
    [contests] Contests
   *[courses] Courses
 }
broadcasts-compose-preview = Preview
broadcasts-compose-test = Send to me
broadcasts-compose-nofiles = Remove files
broadcasts-compose-when = When
broadcasts-compose-send = { $later ->
    [yes] Schedule
   *[no] Send
 }
broadcasts-compose-drop = Delete
broadcasts-test-toast = It is on its way
broadcasts-words-too-long = An announcement holds up to { $most } characters, this has { $count }. Shorten it, or send the details as a file.
broadcasts-files-too-many = An announcement takes up to { $most } files. This one was not added.
broadcasts-sent-already = This announcement was sent already. To change its words, open it and press “Correct”.
broadcasts-nothing-said = There is nothing in the announcement yet. Write a text or send a file.

# Buttons under the announcement.
broadcasts-buttons-text = <b>Buttons under the announcement</b>

    To take a button off, press it.
broadcasts-buttons-entry = { $kind ->
    [acknowledge] ✕ I have read it
    [link] ✕ Link: { $words }
    [choice] ✕ Answer: { $words }
   *[open] ✕ Screen: { $words }
 }
broadcasts-buttons-link = Add a link
broadcasts-buttons-choices = Add answers to choose from
broadcasts-buttons-open = Open a screen of the bot
broadcasts-buttons-too-many = There can be up to { $most } buttons. Take some off.
broadcasts-link-question = Write a label and an address, such as: Rules https://example.org/rules.pdf
broadcasts-link-fault = I see no address here. It begins with https://. Write it again.
broadcasts-choices-question = Write the answers, one in a line. People will choose one.
broadcasts-choices-fault = Each answer is one line of up to 60 characters. Write them again.
broadcasts-screens-question = Which screen does the button open?
broadcasts-category-question = What is this announcement about? Service messages come to everybody, others can be declined in the settings.
broadcasts-category-title = { $category ->
    [service] Service message
    [news] Methodical news
    [contests] Contests
   *[courses] Courses
 }

# When.
broadcasts-when-question = <b>When to send it?</b>

    Choose or write, such as “25.11 10:00”. Local time, { $zone }.
broadcasts-when-line = { $rule ->
    [weekly] Every week, first { $at }
    [monthly] Every month, first { $at }
    [yearly] Every school year, first { $at }
   *[once] Goes out { $at }
 }
broadcasts-when-now = At once
broadcasts-when-rule = { $ticked ->
    [yes] { $rule ->
        [weekly] ☑ Every week
        [monthly] ☑ Every month
       *[yearly] ☑ Every school year
     }
   *[no] { $rule ->
        [weekly] ☐ Every week
        [monthly] ☐ Every month
       *[yearly] ☐ Every school year
     }
 }
broadcasts-when-fault = I do not see when that is, or it has passed. Write, for example, “25.11 10:00” or “tomorrow 9:30”.

# Confirmation.
broadcasts-confirm-question = Send “{ $words }”?
broadcasts-confirm-send = { $later ->
    [yes] { $count ->
        [one] Schedule for { $count } person
       *[other] Schedule for { $count } people
     }
   *[no] { $count ->
        [one] Yes, send to { $count } person
       *[other] Yes, send to { $count } people
     }
 }
broadcasts-confirm-changed = While you looked, the number of people changed. Check once more.

# How it goes and what came of it.
broadcasts-report-head = { $state ->
    [running] <b>Going out</b>
    [paused] { $pause ->
        [failures] <b>Paused by itself</b>: the messenger refused every tenth of the first messages. Check the announcement and its files.
        [role] <b>Paused by itself</b>: whoever had it sent does not hold that role any more.
       *[wished] <b>Paused</b>
     }
    [stopped] <b>Stopped</b>
    [recalled] <b>Taken back</b>
   *[done] <b>Sent</b>
 }

    “{ $words }”
broadcasts-report-counts = { $rough ->
    [yes] At least { $people } people, delivered to at least { $delivered }. There are no names and no exact numbers here.
   *[no] In all: { $people }
    Delivered: { $delivered }
    Not reachable: { $unreachable }
    Failed: { $failed }
 }
broadcasts-report-waiting = Waiting for the morning or for their time: { $count }
broadcasts-report-ended = Not sent: { $count }
broadcasts-report-muted = Want no such announcements: { $count }
broadcasts-report-acknowledged = Have read it: { $count }
broadcasts-report-choice = “{ $label }”: { $count }
broadcasts-report-corrected = { $state ->
    [recalled] Removed: { $corrected }, being removed: { $correcting }, failed: { $uncorrected }
   *[done] Corrected: { $corrected }, being corrected: { $correcting }, failed: { $uncorrected }
 }
broadcasts-report-pace = Left: { $left }. Speed: { $speed } a second, minutes to go: { $minutes }
broadcasts-report-brief = How the announcement “{ $words }” goes
broadcasts-report-look = Refresh
broadcasts-report-pause = Pause
broadcasts-report-resume = Go on
broadcasts-report-stop = Stop
broadcasts-report-correct = Correct
broadcasts-report-recall = Take back
broadcasts-report-remind = Remind the silent
broadcasts-report-register = Register (DOCX)
broadcasts-report-marks = Register (XLSX)
broadcasts-report-again = Repeat where it failed
broadcasts-report-units = By organisation
broadcasts-report-table = Deliveries (XLSX)
broadcasts-report-answers = Answers: { $count }
broadcasts-numbers-only = Of this announcement there are only numbers: nobody sees the names of those it was for. Here is where you are:
broadcasts-recalled-already = This announcement was taken back already. Here is where you are:
broadcasts-units-title = <b>By organisation</b>, “{ $words }”
broadcasts-units-hint = In all / delivered / have read it
broadcasts-units-line = { $title }: { $people } / { $delivered } / { $acknowledged }

# Before something that concerns many.
broadcasts-ask-question = { $what ->
    [again] Send “{ $words }” once more where it failed? People: { $count }
    [remind] Remind those of “{ $words }” who have not said that they have read it? People: { $count }
    [start] Send “{ $words }” now? People: { $count }
    [stop] Withdraw “{ $words }”? Nobody gets it, and it does not come again.
   *[recall] Take “{ $words }” back? It will disappear for those who have it; where it cannot be deleted any more, a line “This announcement was taken back” takes its place.
 }
broadcasts-ask-yes = { $what ->
    [again] Yes, send: { $count }
    [remind] Yes, remind: { $count }
    [start] Yes, send: { $count }
    [stop] Yes, withdraw
   *[recall] Yes, take it back
 }
broadcasts-remind-toast = Reminding: { $count }
broadcasts-correct-question = Write the whole new text. It takes the place of the old one for everybody who has the announcement.
broadcasts-mend-question = So it will be for everybody who has the announcement ({ $count }), and for those who are still to get it:
broadcasts-mend-yes = Correct for everybody

# The announcement itself.
broadcasts-letter-files = Files for you:
broadcasts-letter-brief = Announcement: { $words }
broadcasts-letter-open = Open
broadcasts-letter-recalled = This announcement was taken back.
broadcasts-letter-acknowledge = { $done ->
    [yes] ✓ I have read it
   *[no] I have read it
 }
broadcasts-acknowledge-toast = { $whose ->
    [own] Noted
   *[others] This is how people will see it
 }
broadcasts-reminder-text = A reminder: you have not marked this announcement as read yet.
broadcasts-reminder-brief = Say that you have read it: { $words }
broadcasts-alarm-text = { $why ->
    [failures] The announcement “{ $words }” was paused: the messenger refused every tenth of the first messages.
    [role] The announcement “{ $words }” was paused: whoever had it sent does not hold that role any more. You can let it go on or stop it.
   *[wished] The announcement “{ $words }” was paused.
 }
broadcasts-alarm-open = To the announcement

# Answers.
broadcasts-answers-passed = Your answer was passed on to the author of the announcement.
broadcasts-answers-letter = People answered the announcement “{ $words }”. Answers: { $count }
broadcasts-answers-open = Read the answers
broadcasts-answers-title = <b>Answers</b> to “{ $words }”
broadcasts-answers-line = { $named ->
    [yes] <b>{ $name }</b>, { $at }
    { $words }
   *[no] { $at }
    { $words }
 }

# What to send.
broadcasts-topics-button = Which announcements to send
broadcasts-topics-text = <b>Which announcements to send?</b>

    Service messages always come. The rest is for you to choose.
broadcasts-topics-entry = { $wanted ->
    [yes] { $category ->
        [news] ☑ Methodical news
        [contests] ☑ Contests
       *[courses] ☑ Courses
     }
   *[no] { $category ->
        [news] ☐ Methodical news
        [contests] ☐ Contests
       *[courses] ☐ Courses
     }
 }
broadcasts-told = Announcements that were sent to you: { $announcements }; your answers to them: { $answers }.

# Files.
broadcasts-papers-text = The file is below. It holds personal data: keep it with care.
broadcasts-table-file = Deliveries.xlsx
broadcasts-table-sheet = Deliveries
broadcasts-table-column = { $column ->
    [school] Organisation
    [name] Name
    [state] Delivery
    [at] When
    [mark] Read
   *[choice] Answer
 }
broadcasts-table-state = { $state ->
    [delivered] delivered
    [unreachable] not reachable
    [refused] refused by the messenger
    [stale] too late
    [unsure] unknown
    [ended] not sent
   *[owed] waiting
 }
broadcasts-register-paper = Register.docx
broadcasts-register-file = Register.xlsx
broadcasts-register-sheet = Register
broadcasts-register-title = REGISTER OF READING
broadcasts-register-about = of the announcement “{ $words }”, sent { $at }
broadcasts-register-column = { $column ->
    [number] No.
    [name] Name
    [school] Organisation
    [mark] Mark of reading, date and time
   *[signature] Signature
 }
broadcasts-register-note = The mark “I have read it” was made in a messenger. It is a mark of reading and does not stand for a signature.

# Consultations.
consultations-command-consult = Ask a methodologist
consultations-command-queue = Questions to me
consultations-ask-button = Ask
consultations-title = { $first ->
    [yes] Consultation No. { $number }
   *[no] Question No. { $number }
}
consultations-title-draft = New question
consultations-head = <b>{ $title }</b>
consultations-home = { $title }
consultations-somebody = a methodologist
consultations-you = You
consultations-methodologist = Methodologist { $name }
consultations-files = { $count ->
    [one] 📎 { $count } attachment
   *[other] 📎 { $count } attachments
}
consultations-told = { $taken ->
    [0] Consultations: questions you asked: { $asked }.
   *[other] Consultations: questions you asked: { $asked }, taken: { $taken }.
}

# A teacher asks.
consultations-asked = <b>My questions</b>
    Answers come here. To reply, just write.
consultations-asked-line = { $state ->
    [sent] ⏳ { $title }: { $about }
    [taken] ✍ { $title }: { $about }
    [answered] 💬 { $title }: { $about }
    [closed] ✓ { $title }: { $about }
   *[withdrawn] ✕ { $title }: { $about }
}
consultations-asked-draft = Finish the question you began
consultations-asked-new = New question
consultations-areas = What is your question about?
consultations-subjects = Which subject?
consultations-subject-none = Not about a subject
consultations-back-areas = ‹ What about
consultations-back-asked = ‹ My questions
consultations-gather-head = <b>New question</b>
    { $about }
consultations-gather-ask = Write the question in your own words. Several messages, photos, voice and files are welcome.
consultations-gather-more = You can add more. When that is all, press “Send”.
consultations-gather-send = Send
consultations-gather-area = Change the topic
consultations-gather-drop = Do not ask
consultations-empty = There is nothing to send yet: write the question or attach a file.
consultations-too-many = Twenty messages are enough: send the question, you can add to it later.
consultations-no-place = Say first in your profile where you work: the question goes to the methodologists of your district.
consultations-sent = <b>{ $title } is sent.</b>
    The answer comes here by { $due }. To add to the question, just write.
consultations-sent-toast = The question is sent
consultations-state = { $state ->
    [first] Methodologist { $name } writes to you. To reply, just write.
    [sent] Somebody to answer is being looked for. First answer by { $due }.
    [taken] Taken by methodologist { $name }. First answer by { $due }.
    [answered] { $waits ->
        [yes] Methodologist { $name } has answered. It is your turn.
       *[no] Methodologist { $name } answers. To be closed by { $due }.
    }
    [closed] The question is closed.
   *[other] You took this question back.
}
consultations-summary = <b>Summary.</b> { $summary }
consultations-thread = { $what ->
    [write] Write
   *[read] The conversation
}
consultations-withdraw = Take it back
consultations-withdraw-ask = Take { $title } back? The methodologists will see that no answer is needed.
consultations-withdraw-yes = Yes, take it back
consultations-withdraw-no = No, leave it
consultations-withdrawn-toast = The question is taken back
consultations-reopen = Open again
consultations-unsolved = Not solved
consultations-reopened = { $up ->
    [yes] It has gone up: a coordinator will see it. Write what was missing.
   *[no] The question is open again. Write what else you need.
}
consultations-too-late = It could be opened again for two weeks. Please ask a new question.
consultations-rated = { $points ->
    [5] Thank you! Your rating: 5.
   *[other] Thank you! Your rating: { $points }.
} If you like, add a word: just write.
consultations-thanks = Thank you, noted.

# Whoever answers.
consultations-card-new = A question to the methodologists
consultations-card-who = { $has ->
    [yes] { $teacher }, { $school }
   *[no] { $teacher }
}
consultations-mark = { $mark ->
    [low_results] ❗ a school with low results
    [difficult_conditions] ❗ difficult social conditions
   *[early_career] ❗ first three years of work
}
consultations-card-due = Due by { $due }.
consultations-card-brief = { $title } waits for a methodologist
consultations-card-gone = { $taken ->
    [yes] { $title } was taken by { $name }.
   *[no] { $title } was taken back: no answer is needed.
}
consultations-card-files = Show the attachments
consultations-card-back = ‹ Back to the question
consultations-take = Take it
consultations-pass = Not mine
consultations-later = Later
consultations-decline = Just not mine
consultations-later-said = { $title }: you are reminded { $until }.
consultations-people = { $what ->
    [give] { $title }: to whom?
    [guest] { $title }: whom to invite? Your colleague sees everything that was said, the teacher is told who has come.
   *[propose] { $title }: who could answer?
}
consultations-taken-toast = The question is yours
consultations-declined-toast = All right, others are asked
consultations-given-toast = Handed over
consultations-up-toast = Handed up to the regional centre
consultations-queue = <b>Questions to me</b>
    { $own ->
        [0] None of your own is open.
       *[other] Yours: { $own }.
    } { $others ->
        [0] Nothing new.
       *[other] Others: { $others }.
    }
consultations-queue-line = { $late ->
    [yes] ❗
   *[no] { $state ->
        [sent] 🆕
       *[other] { $waits ->
            [yes] ⏸
           *[no] ✍
        }
    }
} No. { $number } by { $due } · { $about }
consultations-back-queue = ‹ Questions to me
consultations-work-state = { $state ->
    [taken] Answered by { $name }.
    [answered] { $waits ->
        [yes] Answered by { $name }. The teacher is waited for, the term stands still.
       *[no] Answered by { $name }.
    }
    [closed] Closed, answered by { $name }.
   *[other] { "" }
}
consultations-work-ask = Write the answer here and it is passed on to the teacher.
consultations-note-button = Note for myself
consultations-note = <i>Note: { $words }</i>
consultations-note-ask = { $title }: write a note. Only you will see it.
consultations-canned-button = Kept answers
consultations-canned = { $count ->
    [0] There are no kept answers yet.
   *[other] Kept answers: press one and it goes to the teacher.
}
consultations-canned-line = { $shared ->
    [yes] { $title } (shared)
   *[no] { $title }
}
consultations-canned-keep = Keep an answer
consultations-canned-ask = { $shared ->
    [yes] Write a shared answer: its name in the first line, the text below. The word “name” in braces becomes the teacher’s name.
   *[no] Write an answer to keep: its name in the first line, the text below. The word “name” in braces becomes the teacher’s name.
}
consultations-canned-short = Two parts are needed: a name in the first line and the text below.
consultations-said-toast = The answer is passed on
consultations-transfer = Hand over
consultations-assign = Assign
consultations-up = To the regional centre
consultations-close = Close with a summary
consultations-close-ask = { $title }: write a summary in two or three lines. The teacher reads it and rates the answer.
consultations-closed-toast = The question is closed
consultations-gone = This question is not here any more.

# Letters.
consultations-closed = <b>{ $title } is closed.</b>
    { $summary }

    How was the answer?
consultations-closed-brief = { $title } is closed: see the summary
consultations-assigned = A question was handed to you
consultations-assigned-brief = { $title } was handed to you
consultations-notice = { $what ->
    [taken] { $has_due ->
        [yes] { $title } was taken by methodologist { $name }. Expect an answer by { $due }.
       *[no] { $title } is now with methodologist { $name }.
    }
    [released] { $title }: somebody to answer is being looked for. Everything written is kept.
    [withdrawn] { $title } was taken back: no answer is needed.
    [joined] { $title }: methodologist { $whom } joins the conversation and sees what was said.
    [left] { $title }: methodologist { $whom } leaves the conversation.
    [reopened] { $title } is open again. To be closed by { $due }.
    [first_soon] { $title }: the first answer is due by { $due }.
    [first_late] { $taken ->
        [yes] { $title }: still no first answer, it was due { $due }. It is with { $name }.
       *[no] { $title }: nobody has taken it, it was due { $due }.
    }
    [taker_away] { $title }: due { $due }, and { $name } is away. It can be handed over.
    [close_soon] { $title }: to be closed by { $due }.
   *[close_late] { $title }: not closed, it was due { $due }. It is with { $name }.
}
consultations-digest = <b>Consultations today</b>
    Open: { $open }, new within a day: { $new }, taken by nobody: { $untaken }, late: { $late }.
consultations-digest-late = Late with { $name }: { $count }

# The hot line.
consultations-gather-found = This seems to have been answered before. Have a look before you send:
consultations-gather-fits = 💡 { $question }
consultations-found-helped = Just what I needed, thank you
consultations-found-back = ‹ Back to my question
consultations-helped = Great! If another question comes up, we are here.
consultations-publish = Into the hot line

# Journal and figures.
consultations-journal-button = Journal
consultations-figures-button = Figures
consultations-period = { $period ->
    [month] This month
    [last] Last month
   *[year] School year
}
consultations-journal = <b>Journal of consultations</b>
    { $span }
    { $count ->
        [0] No consultation was closed.
       *[other] Consultations: { $count }, hours: { $hours }.
    }
consultations-journal-column = { $column ->
    [day] Date
    [methodologist] Methodologist
    [teacher] Teacher
    [school] Organisation
    [question] Question
    [answer] Answer
   *[hours] Hours
}
consultations-journal-tab = Journal
consultations-journal-caption = Journal of consultations, { $span }
consultations-journal-file = journal.{ $ending }
consultations-journal-title = Journal of consultations, { $span }
consultations-journal-total = Consultations: { $count }, hours: { $hours }
consultations-journal-signature = Methodologist ____________________
consultations-figures = <b>Consultations: figures</b>
    { $span }
    Asked: { $asked }, answered: { $answered }, closed: { $closed }, opened again: { $reopened }.
    First answer in working hours: half within { $median }, nine of ten within { $ninetieth }.
    Mean rating: { $rating } (ratings: { $rated }).

    <b>What is asked about</b>
consultations-figures-area = { $number }. { $area }: { $count }
consultations-figures-tab = { $part ->
    [areas] Areas
    [schools] Organisations
   *[people] Methodologists
}
consultations-figures-column = { $column ->
    [name] Name
    [asked] Asked
    [answered] Answered
    [closed] Closed
    [reopened] Opened again
    [median] First answer, half, working hours
    [ninetieth] First answer, 9 of 10, working hours
    [rated] Ratings
   *[rating] Mean rating
}
consultations-figures-caption = Consultations: figures, { $span }
consultations-figures-file = consultations.xlsx

# What goes with a question.
consultations-gather-wish = { $on ->
    [yes] ☑
   *[no] ☐
} { $wish ->
    [time] A time to talk
   *[answer] Just an answer
}
consultations-gather-share = { $on ->
    [yes] ☑
   *[no] ☐
} Add my profile of deficits
consultations-unshare = Close the profile of deficits
consultations-card-wish = { $wish ->
    [time] 🕓 would like a time to talk
   *[answer] ✉ a written answer is enough
}
consultations-profile = Profile of deficits
consultations-profile-head = <b>{ $title }: profile of deficits</b>
    Shown to you for this question only.
consultations-profile-none = There are no results of a diagnosis now.

# A colleague in the conversation.
consultations-guests = Also in the conversation: { $names }.
consultations-guests-button = Invite a colleague
consultations-invited = Methodologist { $name } invites you into a conversation
consultations-invited-brief = { $title }: methodologist { $name } invites you into the conversation
consultations-invited-toast = Your colleague is in the conversation
consultations-leave = Leave the conversation
consultations-left-toast = You have left the conversation

# Writing first.
consultations-accompanied-button = Write first
consultations-accompanied = <b>Whom to write to</b>
    { $count ->
        [0] Teachers whose questions you took within the last year will stand here.
       *[other] Teachers whose questions you took within the last year.
    }
consultations-accompanied-back = ‹ Whom to write to
consultations-first-ask = <b>{ $name }</b>
    Write what you would like to begin with: a consultation opens, and the answer comes here.
consultations-moved = This teacher works in another municipality by now: a consultation is opened there.

# History and hours.
consultations-event = { $moment } { $kind ->
    [sent] sent
    [first] { $actor } writes first
    [taken] taken by { $actor }
    [given] { $actor } hands it over to { $target }
    [joined] { $target } joins
    [left] { $actor } leaves
    [released] somebody else is looked for
    [handed_up] handed up to the regional centre
    [unsolved] not solved, gone up
    [agreed] a time to talk was agreed
    [reopened] opened again
    [closed] closed by { $actor }
   *[withdrawn] taken back
}
consultations-hours = { $on ->
    [yes] ✓ { $hours } h
   *[no] { $hours } h
}
consultations-figures-few = { $number }. { $area }: fewer than 10 people
consultations-figures-few-cell = fewer than 10 people

# A time to talk.
consultations-time = { $weekday ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
}, { $day }, { $from }–{ $until }
consultations-times-button = Propose a time
consultations-times-ask = { $title }: write up to three times, a line each, such as “tomorrow at 15:00” or “25 November 14:00–15:30”.
consultations-times-understood = Is this right? If not, write it again.
consultations-times-send = Send to the teacher
consultations-times-toast = The times are sent
consultations-times-unread = “{ $line }” does not look like a day and a time to come. Write, for example, “tomorrow at 15:00” or “25 November 14:00–15:30”.
consultations-times-count = Write one to three times, a line each.
consultations-times-offered = { $title }: methodologist { $name } proposes to talk. Which time suits you?
consultations-times-other = Propose another
consultations-times-past = That time is over. Please write when it suits you.
consultations-agreed = 🕓 To talk: { $time }.
consultations-talk = { $what ->
    [agreed] { $title }: agreed, { $time }. You are reminded a day and an hour before.
   *[soon] { $title }: you talk soon, { $time }.
}
consultations-talk-caption = For your calendar
consultations-talk-file = talk.ics
consultations-digest-away = { $name } is away, open questions: { $count }

# Working hours.
consultations-calendar-button = Working hours
consultations-calendar = <b>When methodologists work</b>
    The terms of new questions are counted by it. The district's holidays are known anyway.
consultations-calendar-day = { $day ->
    [0] Mon
    [1] Tue
    [2] Wed
    [3] Thu
    [4] Fri
    [5] Sat
   *[6] Sun
} { $has ->
    [yes] { $hours }
   *[no] off
}
consultations-calendar-ask = To change it, write a line or several: “mon-thu 9:00-13:00, 14:00-18:00”, “fri off”, “holidays 30.12.2026-08.01.2027”.
consultations-calendar-break = ✕ { $days } { $title }
consultations-calendar-usual = Back to the usual hours
consultations-calendar-unread = “{ $line }” could not be read. Write, for example: “mon-thu 9:00-13:00, 14:00-18:00”, “fri off” or “holidays 30.12.2026-08.01.2027”.
consultations-calendar-impossible = That cannot be: hours must not overlap, and somebody works on one day at least.

# Group consultations.
consultations-groups-button = Groups
consultations-groups = <b>Group consultations</b>
    { $count ->
        [0] Announce a topic: whoever has asked about it is invited.
       *[other] Announced: { $count }.
    }
consultations-groups-back = ‹ Groups
consultations-group-line = { $topic }, { $time }
consultations-group-new = Announce a new one
consultations-group-areas = What is the group consultation about?
consultations-group-draft = <b>Group consultation</b>
    { $area }
consultations-group-ask = Tick the subject and write four lines: topic, day and time, place or link, how many people. For example:
    Projects in year 7
    Thursday 15:00-16:00
    School No. 1, room 12
    15
consultations-group-right = Is this right? If not, write the four lines again.
consultations-group-subject = { $on ->
    [yes] ☑
   *[no] ☐
} { $title }
consultations-group-subject-all = For all subjects
consultations-group-announce = Announce
consultations-group-announced-toast = Announced
consultations-group-words = <b>{ $topic }</b>
    🕓 { $time }
    📍 { $place }
    Seats: { $capacity }
consultations-group-fault = { $line ->
    [topic] The first line is missing: the topic.
    [time] The second line is a day and a time to come, such as “Thursday 15:00-16:00” or “25 November at 15:00”.
    [place] The third line is missing: the place or a link.
   *[capacity] The fourth line says how many people, a number from 1 to 500.
}
consultations-group-joined = Coming: { $count }
consultations-group-close = Close with the materials
consultations-group-close-ask = “{ $topic }”: send the materials as one message: findings, links. Everybody who has joined gets them, and their questions are closed.
consultations-group-closed-toast = Closed, everybody has the materials
consultations-group-cancel = Call off
consultations-group-cancelled-toast = Called off
consultations-group-leader = Led by methodologist { $name }
consultations-group-state = { $state ->
    [joined] You are coming. You are reminded a day and an hour before.
    [full] There is no room left.
   *[open] Your own question may stay: it is closed when the consultation is over.
}
consultations-group-leave = I am not coming
consultations-group-join = Join
consultations-group-joined-toast = See you there
consultations-group-full = There is no room left. Your question stays with the methodologists.
consultations-group-fits = 👥 { $topic }, { $time }
consultations-group-open = More
consultations-group-news = { $news ->
    [invited] A group consultation about what you asked is coming: “{ $topic }”.
    [soon] The group consultation “{ $topic }” is soon.
    [materials] Group consultation “{ $topic }”: the materials.
   *[cancelled] The group consultation “{ $topic }” does not take place. Your question stays with the methodologists.
}
consultations-group-file = group consultation.ics

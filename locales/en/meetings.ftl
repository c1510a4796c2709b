meetings-command-meetings = Meetings
meetings-command-meeting = Call a meeting
meetings-out-of-sight = This meeting is not here or not open to you. Here is where you are:
meetings-back = ‹ Meeting
meetings-back-called = ‹ Called by me
meetings-back-mine = ‹ My meetings
meetings-page-earlier = ‹ Earlier
meetings-page-later = Later ›
meetings-kind-gone = Meeting
meetings-kind-numbered = { $kind } No. { $number }

# What, when and where.
meetings-head-kind = <b>{ $kind }</b>
meetings-head-title = <b>{ $title }</b>
    { $kind }
meetings-head-when = When: <b>{ $at }</b>
meetings-head-place = Where: { $place }
meetings-head-link = Link: { $address }
meetings-agenda-head = <b>Agenda</b>
meetings-agenda-line = { $spoken ->
    [yes] { $number }. { $topic } — { $speaker }
   *[no] { $number }. { $topic }
 }
meetings-when-day = { $weekday ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
 }, { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 } { $year }
meetings-when-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 } { $year }
meetings-when-weekday = { $weekday ->
    [mon] Mo
    [tue] Tu
    [wed] We
    [thu] Th
    [fri] Fr
    [sat] Sa
   *[sun] Su
 }
meetings-when-question = { $moves ->
    [yes] <b>When is it now?</b>
   *[no] <b>When is it?</b>
 }
meetings-when-fault = { $why ->
    [day] There is no such day. Write again, for example “25 November 15:00”.
    [time] There is no such time. Write again, for example “25 November 15:30”.
    [past] That time has passed. Write when it is, for example “tomorrow 15:00”.
    [ends] The end comes before the beginning. Write again, for example “25.11 15:00–16:30”.
    [weekday] That day is another day of the week: { $weekday }. Write again what is right.
   *[unreadable] I cannot read when that is. Write, for example, “tomorrow 15:00”, “25.11 10:00–11:30” or “23–27.01”.
 }
meetings-calendar-hint = Choose a day or write: “tomorrow 15:00”, “Fri 10:30–12:00”, “23–27.01”. Time zone: { $zone }.

    <b>{ $month }</b>
meetings-calendar-time = <b>{ $day }</b>

    At what time? You may write it too, for example “15:20–16:40”.
meetings-calendar-all-day = All day
meetings-calendar-back = ‹ Another day
meetings-calendar-earlier = ‹ Earlier
meetings-calendar-later = Later ›

# The beginning.
meetings-home-text = <b>Call a meeting</b>, { $place }

    What will it be?
meetings-home-again = ↻ Like last time: { $name }
meetings-home-place = For: { $place }
meetings-home-called = Called by me

# A plan of meetings for the year.
meetings-home-year = A plan from a sheet
meetings-year-back = ‹ Call a meeting
meetings-year-text = <b>A plan of meetings</b>, { $place }

    Send a sheet (XLSX or CSV), a row for each meeting. It needs the columns “Date” and “Title” or “Kind”; the rest is up to you. Write dates as you usually do: “23–27.01”, “25 November”, “30.01–03.02.27”.

    First I show what would come of it and call nobody.
meetings-year-template = Template
meetings-year-tab = Plan
meetings-year-kinds = Kinds
meetings-year-refused = Sent back
meetings-year-answer = What to correct
meetings-year-column = { $column ->
    [kind] Kind
    [title] Title
    [days] Date
    [time] Time
    [place] Place
    [agenda] Agenda
    [subject] Subject
    [open] Open
   *[notice] Invitations
 }
meetings-year-example = { $row ->
    [session] { $column ->
        [kind] Методический совет
        [title] Results of the first term
        [days] 25 November
        [time] 15:00–16:30
        [place] Assembly hall
        [agenda] Results of tests — Ivanova A. P.; The school Olympiad
       *[other] {""}
     }
    [week] { $column ->
        [kind] Предметная неделя
        [title] A week of mathematics
        [days] 25–29.01
        [subject] Математика
        [open] yes
       *[other] {""}
     }
   *[seminar] { $column ->
        [kind] Семинар
        [title] Teenagers of today
        [days] 8 April
        [time] 14:00
        [place] https://example.ru/seminar
       *[other] {""}
     }
 }
meetings-year-file = { $which ->
    [template] Plan of meetings, template.xlsx
    [refused] Plan of meetings, to correct.xlsx
   *[called] Plan of meetings.xlsx
 }
meetings-year-caption = { $which ->
    [template] Put your meetings in place of the examples and send the sheet here.
    [refused] I cannot call these rows; the last column says what to correct. Correct them and send them again.
   *[called] Your plan: what, when, and on which day invitations go out.
 }
meetings-year-too-many = A plan holds up to { $most } meetings. Part it into two sheets.
meetings-year-headings = I do not find the columns: “Date” is needed, and “Title” or “Kind”. Take the template and send the sheet again.
meetings-year-counts = <b>Checked; nobody is called yet.</b>

    New meetings: { $added }{ $kept ->
        [0] {""}
       *[other] , called already: { $kept }
    }{ $refused ->
        [0] .
       *[other] , to correct: { $refused }.
    }
meetings-year-line = · { $name }
meetings-year-more = … and { $count } more
meetings-year-row = Row { $number }: { $reasons }
meetings-year-fault = { $fault ->
    [kind] there is no such kind; the kinds are on the second sheet of the template
    [title] no title, or one of more than 120 characters
    [no-day] there is no such day
    [no-time] there is no such time
    [past] this day is over
    [ends] the end comes before the beginning
    [weekday] that is another day of the week
    [place] the place has more than 200 characters
    [agenda] the agenda has more than 15 items, or an item more than 200 characters
    [number] a number is from 1 to 999
    [subject] there is no such subject
   *[day] a day is needed, such as “25 November” or “23–27.01”
 }
meetings-year-take = { $count ->
    [one] Call { $count } meeting
   *[other] Call { $count } meetings
 }
meetings-year-other = Another sheet
meetings-year-toast = Called
meetings-year-now = now
meetings-year-done = { $count ->
    [one] <b>{ $count } meeting is in the plan.</b>
   *[other] <b>{ $count } meetings are in the plan.</b>
 } Invitations do not go out at once but some weeks before each: the days stand in the sheet below.{ $soon ->
    [0] {""}
   *[other] {" "}Called now: { $soon }.
 }{ $refused ->
    [0] {""}
   *[other] {" "}Rows to correct: { $refused }.
 }
meetings-host-notice = Invitations go out: <b>{ $at }</b>
meetings-host-call-now = Call people now

# The rule of the quarter.
meetings-gap-text = { $round ->
    [first] <b>“{ $kind }”: nothing is planned in quarter { $quarter } yet.</b>
   *[last] <b>“{ $kind }”: still nothing is planned in quarter { $quarter }.</b>
 }

    There has to be one at least once a quarter. A good day to have it by: { $by }. I fill in number, title and people; only when it is has to be said.
meetings-gap-brief = “{ $kind }”: nothing is planned in quarter { $quarter }
meetings-gap-call = Call: { $kind }

# Level, form, materials, talks.
meetings-head-terms = { $form ->
    [online] Online
    [both] In person and online
   *[offline] In person
 }{ $level ->
    [regional] , regional
    [federal] , federal
   *[municipal] {""}
 }
meetings-fields-button = Form and materials
meetings-fields-back = ‹ Form and materials
meetings-fields-text = <b>Form and materials</b>

    Tap to change. The form follows from place and address. Nobody is written to about a change here.
meetings-fields-level = { $level ->
    [regional] Level: regional
    [federal] Level: federal
   *[municipal] Level: municipal
 }
meetings-fields-form = { $form ->
    [online] Form: online
    [both] Form: in person and online
   *[offline] Form: in person
 }
meetings-fields-speakers = { $sought ->
    [yes] ☑ Questions and talks are sought
   *[no] ☐ Questions and talks are sought
 }
meetings-fields-materials = { $count ->
    [0] Materials
   *[other] Materials: { $count }
 }
meetings-fields-wishes = Questions and talks
meetings-material-line = { $of ->
    [link] · { $title }: { $link }
   *[file] · { $title }
 }
meetings-materials-question = <b>Materials</b>

    { $count ->
        [0] Send files or addresses, a message each: slides, a recording, tasks.
       *[other] Send more, or send them to all. Everybody who was called sees them.
    }
meetings-materials-share = Send to all who were called
meetings-materials-drop = ✕ { $title }
meetings-materials-fault = A file is awaited, or an address that begins with https://.
meetings-materials-too-many = A meeting has up to { $most } materials. Take one away and send this again.
meetings-share-early = There is nobody to send them to: people were not called yet, or the meeting was called off.
meetings-share-toast = Sending
meetings-papers-text = <b>Materials</b>
meetings-shared-text = { $count ->
    [one] There is { $count } file for “{ $name }”.
   *[other] There are { $count } files for “{ $name }”.
 }
meetings-shared-open = Get the materials
meetings-card-papers = { $count ->
    [one] { $count } file
   *[other] { $count } files
 }
meetings-card-record = What was decided
meetings-card-wish = { $wish ->
    [question] I have a question
   *[talk] I will speak
 }
meetings-wish-question = { $wish ->
    [question] What is your question? A few words are enough to prepare for it.
   *[talk] What will you tell? Write the topic and how many minutes you need.
 }
meetings-wish-thanks = { $wish ->
    [question] Your question is passed on.
   *[talk] Passed on. Somebody will write to you.
 }
meetings-wish-late = Questions and talks are not collected for this meeting any more.
meetings-wishes-text = { $count ->
    [0] <b>Questions and talks</b>: none yet.
   *[other] <b>Questions and talks</b>: { $count }
 }
meetings-wishes-line = { $wish ->
    [question] Question
   *[talk] Talk
 }: { $name }
    { $words }
meetings-wishes-more = The table has the rest.
meetings-record-text = <b>What was decided</b>
meetings-record-point = <b>{ $topic }</b>
meetings-record-line = · { $words }
meetings-table-about = The meeting
meetings-table-about-column = { $column ->
    [what] What
   *[said] Said
 }
meetings-table-about-line = { $what ->
    [title] Meeting
    [when] When
    [terms] Form
    [question] Question
   *[talk] Talk
 }

# Looking around by time and subject.
meetings-ahead-week = { $count ->
    [one] { $count } meeting this week.
   *[other] { $count } meetings this week.
 }
meetings-ahead-month = By month
meetings-ahead-subjects = By subject
meetings-around-text = <b>Meetings: { $month }</b>
meetings-around-week = <i>{ $from }–{ $to }</i>
meetings-around-line = { $at } { $name }
meetings-around-empty = There are no meetings in this month.
meetings-subjects-text = { $count ->
    [0] Nothing ahead is for one subject.
   *[other] <b>Meetings by subject</b>
 }
meetings-subjects-entry = { $title }: { $count }
meetings-subjects-back = ‹ Subjects
meetings-subject-text = <b>Meetings: { $title }</b>

# The draft.
meetings-title-question = <b>{ $kind }</b>

    What is it called? Write its topic in one line.
meetings-title-untitled = Just “{ $kind }”
meetings-title-too-long = A title takes up to { $most } characters, this one has { $count }. Write a shorter one.
meetings-compose-title = <b>New meeting</b>. So far only you see it.
meetings-compose-no-time = When: not said yet
meetings-compose-call = Call people
meetings-compose-when = When
meetings-compose-place = Where
meetings-compose-audience = Who
meetings-compose-agenda = Agenda
meetings-compose-more = More
meetings-compose-drop = Delete
meetings-terms-seats = Seats: { $seats }
meetings-terms-until = Answers until: { $at }
meetings-terms-open = Open: others may come too
meetings-more-text = <b>More about it</b>
meetings-more-title = Title
meetings-more-seats = { $limited ->
    [yes] Seats: { $seats }
   *[no] Seats: as many as needed
 }
meetings-more-until = Until when to answer
meetings-more-open = { $open ->
    [yes] ☑ Others may come too
   *[no] ☐ Others may come too
 }
meetings-place-question = Where is it? Write the address and room, a link, or both in one line.
meetings-place-too-long = A place takes up to { $most } characters, this one has { $count }. Write a shorter one.
meetings-agenda-question = Write the agenda, a point in each line. The speaker stands after a dash:

    <i>Results of the tests — A. Ivanova</i>
meetings-agenda-too-long = An agenda has up to { $items } points of { $most } characters. Write a shorter one.
meetings-seats-question = How many seats are there? Write a number. When they are taken, people can stand in line.
meetings-seats-unlimited = As many as needed
meetings-seats-fault = It takes a whole number from 1 to { $most }. Write again.
meetings-until-question = Until when can people answer? Write, for example, “tomorrow 18:00”.
meetings-until-late = That is after the meeting begins. Write a time before it.
meetings-no-time = First say when the meeting is.
meetings-past = That time has passed. Choose another.
meetings-by-area = People are called to a meeting by name, and people with the same difficulty are never named. Choose others: by school, subject or association.
meetings-called-already = People are called already. Time and place can be changed on the card of the meeting.
meetings-begun-already = This meeting has begun, is over or was called off.
meetings-confirm-question = Call people?
meetings-confirm-call = { $count ->
    [one] Yes, call { $count } person
   *[other] Yes, call { $count } people
 }
meetings-confirm-changed = The number of people has changed while you were looking. Look again:
meetings-called-word = { $count ->
    [one] Calling { $count } person. Answers appear here.
   *[other] Calling { $count } people. Answers appear here.
 }

# The card of whoever calls.
meetings-host-coming = Coming: <b>{ $coming }</b> of { $all }
meetings-host-seats = Coming: <b>{ $coming }</b>, seats { $seats }
meetings-host-count = { $reply ->
    [offered] Offered a seat: { $count }
    [waiting] In line: { $count }
    [unsure] Do not know yet: { $count }
    [declined] Cannot come: { $count }
   *[silent] Have not answered: { $count }
 }
meetings-host-not-kept = Whoever called this meeting does not do so any more. Until somebody takes it over, those who do not know of it are not called.
meetings-host-take-over = Take it over
meetings-host-people = Who comes
meetings-host-table = Table (XLSX)
meetings-host-move = Move
meetings-host-cancel = Call off
meetings-host-seats-button = Seats
meetings-host-code = Code for the door
meetings-host-attendance = Tick
meetings-host-refresh = Refresh
meetings-moving-question = Tell everybody who was called, and ask them again?
meetings-moving-yes = Yes, tell them
meetings-moving-toast = Telling them
meetings-change-when = It was: { $before }
    It is now: <b>{ $after }</b>
meetings-change-zone = When: <b>{ $after }</b>
meetings-change-place = The place was: { $before }
    The place is now: <b>{ $after }</b>
meetings-cancel-question = Call “{ $name }” off? Everybody who was called is told, and nobody is reminded any more.
meetings-cancel-yes = Yes, call it off
meetings-people-text = <b>Who comes</b>, on the list: { $count }
meetings-people-line = { $reply ->
    [coming] ✓
    [offered] ⏳
    [waiting] ⏳
    [unsure] ?
    [declined] ✕
   *[silent] ·
 } { $name }, { $school }{ $said ->
    [yes] : { $reason }
   *[no] {""}
 }
meetings-table-text = These are personal data: do not pass the table on to those who do not need it.
meetings-table-sheet = Participants
meetings-table-file = Participants.xlsx
meetings-table-visitor = visitor
meetings-table-column = { $column ->
    [name] Name
    [school] School
    [reply] Answer
    [reason] Why
    [part] As what
    [award] Won
    [counted] In reports
   *[attended] Was there
 }
meetings-table-reply = { $reply ->
    [coming] comes
    [offered] offered a seat
    [waiting] in line
    [unsure] does not know
    [declined] cannot come
   *[silent] no answer
 }

# The day.
meetings-code-text = Code for the door: <b>{ $code }</b>

    Show it in the room, or the picture on a screen. It holds from half an hour before the beginning until half an hour after the end.
meetings-code-closed = The code appears half an hour before the beginning.
meetings-code-caption = Point your phone's camera at it: the bot notes that you are here.
meetings-door-closed = People can say that they are here from half an hour before the beginning until half an hour after the end.
meetings-here-question = Write the four digits that are shown in the room.
meetings-here-wrong = { $tries ->
    [left] That is not the code. Look at the screen in the room again.
   *[none] There are no tries left. Ask whoever holds the meeting to tick you.
 }
meetings-attendance-text = <b>Who is there</b>: { $there }, visitors: { $visitors }

    Press a name to tick it, or to take the tick off.
meetings-attendance-entry = { $ticked ->
    [yes] ☑ { $name }
   *[no] ☐ { $name }
 }
meetings-attendance-visitors = Visitors
meetings-attendance-early = People can be ticked from half an hour before the beginning.
meetings-visitors-question = Who is there without being in the bot? Write names, each in a line. To take a name off, write it again.
meetings-visitors-too-many = Up to fifty visitors can be written down.

# Who was what, certificates, extracts.
meetings-host-parts = Who was what
meetings-host-certificates = Certificates
meetings-parts-text = { $count ->
    [0] <b>Who was what</b>

        Nobody is marked yet. First mark who is here.
   *[other] <b>Who was what</b>

        I have marked the speakers of the agenda and whoever led. Press a name to change it.
 }
meetings-parts-count = { $part }: { $count }{ $counted ->
    [yes] {""}
   *[no] {" "}(not for reports)
 }
meetings-parts-entry = { $name }: { $part }
meetings-parts-stage = { $said ->
    [yes] Stage: { $stage }
   *[no] Which stage is it?
 }
meetings-parts-back = ‹ Who was what
meetings-mark-question = <b>{ $name }</b>

    What to mark?
meetings-mark-entry = { $chosen ->
    [yes] ✓ { $title }
   *[no] { $title }
 }
meetings-stages-question = Which stage of the contest is it?
meetings-certificates-text = <b>Certificates</b>

    Marked at the meeting: { $there }, with a certificate already: { $given }. Each gets a letter with the document, which also stays in the portfolio.
meetings-certificates-all = { $count ->
    [one] Give { $count } certificate
   *[other] Give { $count } certificates
 }
meetings-certificates-part = Only { $part }: { $count }
meetings-certificates-toast = { $count ->
    [one] { $count } certificate is on its way
   *[other] { $count } certificates are on their way
 }
meetings-certificate-name = Certificate.docx
meetings-certificate-text = Your certificate: “{ $name }”. It is in your portfolio too.
meetings-certificate-again = Certificate (DOCX)
meetings-attended-button = Meetings and certificates
meetings-attended-text = { $count ->
    [0] Meetings at which you were marked, and certificates, will stand here.
   *[other] <b>Where you were</b>

        Those with ★ have a certificate.
 }
meetings-told-attended = <b>Meeting:</b> { $words }
meetings-attended-entry = { $certified ->
    [yes] ★ { $words }
   *[no] { $words }
 }
meetings-minutes-extracts = Send extracts
meetings-extracts-sent = { $count ->
    [0] Nobody gets an extract.
   *[other] Extracts go to: { $names }.
 }
meetings-extracts-strangers = Not found among those called: { $names }.
meetings-extract-of = { $numbered ->
    [yes] of minutes No. { $number }
   *[no] of the minutes
 }
meetings-extract-name = Extract.docx
meetings-extract-text = A decision of “{ $name }” concerns you; here is the extract.
meetings-table-yes = yes

# The list of a video conference.
meetings-attendance-online = List from the call
meetings-online-question = Send the list of participants of the call: an XLSX or CSV file, or the names as a message, one a line. First I show whom I know.
meetings-online-empty = There are no names here. Send the list again: one name a line, or in a column “Name”.
meetings-online-back = ‹ Mark
meetings-online-found = <b>Known at once: { $sure }</b>{ $unsure ->
    [0] {""}
   *[other] . Alike, but I am not sure: { $unsure }. Press those who are meant.
 }
meetings-online-unknown = Nobody of these was called ({ $count }): { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
 }
meetings-online-unsure = { $chosen ->
    [yes] ☑ { $typed } is { $name }
   *[no] ☐ { $typed } is { $name }
 }
meetings-online-visitors = { $chosen ->
    [yes] ☑ Write the others down as visitors: { $count }
   *[no] ☐ Write the others down as visitors: { $count }
 }
meetings-online-take = Mark: { $count }
meetings-online-toast = Marked: { $count }

# Open lessons and what colleagues say of them.
meetings-lessons-button = Open lessons
meetings-lessons-text = { $count ->
    [0] No open lessons are announced yet.
   *[other] <b>Open lessons</b>

        Press a lesson to sign up. After it you can say there what you think of it.
 }
meetings-lessons-host = <b>{ $host }</b>
meetings-lessons-line = { $days } “{ $name }”
meetings-sheets-button = Lesson analysis
meetings-sheets-early = The analysis is filled in once the lesson has begun.
meetings-sheets-text = <b>Analysis of “{ $name }”</b>

    { $count ->
        [0] The analysis will stand here. Only the teacher, the author and whoever accompanies the teacher see it. Whoever is marked at the lesson can fill it in.
       *[other] Only the teacher, the author and whoever accompanies the teacher see it.
    }
meetings-sheets-begin = Fill the analysis in
meetings-sheets-entry = { $finished ->
    [yes] { $author }
   *[no] ✎ { $author }
 }
meetings-sheets-back = ‹ Lesson analysis
meetings-sheet-back = To the sheet
meetings-sheet-question = <b>{ $number } of { $all }.</b> { $title }{ $scale ->
    [yes] {""}
   *[no] {" "}Write a few words.
 }
meetings-sheet-scale = { $answer ->
    [yes] yes
    [partly] partly
   *[no] no
 }
meetings-sheet-press = This one is answered by a button: “yes”, “partly” or “no”.
meetings-sheet-text = <b>Analysis of “{ $name }”</b>
    Lesson: { $teacher }
    Author: { $author }{ $finished ->
        [yes] {""}
       *[no] {""}

        Only you see it so far. Your colleague will when you press “Done”.
    }
meetings-sheet-answer = { $title }
    <b>{ $answer }</b>
meetings-sheet-go-on = Answer
meetings-sheet-finish = Done
meetings-sheet-finished = This analysis is finished already.
meetings-sheet-empty = Answer one question at least.
meetings-sheet-toast = Your colleague will see it
meetings-sheet-keep = { $kept ->
    [yes] ☑ In the portfolio
   *[no] ☐ In the portfolio
 }
meetings-sheet-paper = Document (DOCX)
meetings-sheet-name = Lesson analysis.docx
meetings-sheet-title = LESSON ANALYSIS
meetings-sheet-line = { $part ->
    [day] Date: { $said }
    [teacher] Teacher: { $said }
   *[author] Prepared by: { $said }
 }
meetings-sheet-column = { $column ->
    [number] No.
    [question] What was looked at
   *[answer] Observation
 }
meetings-sheet-kept = { $days }, “{ $name }”, analysis: { $author }
meetings-sheet-told = The analysis of your lesson “{ $name }” is ready. Author: { $author }.
meetings-sheet-open = Look

# The card of whoever is called.
meetings-card-own-time = On your clock: { $at }
meetings-card-cancelled = <b>The meeting was called off.</b>
meetings-card-attended = You are here, it is noted.
meetings-card-asked = Will you come? You can answer until: { $at }
meetings-card-late = It is too late to answer.
meetings-card-offered = A seat became free for you. It is yours if you answer until: <b>{ $at }</b>
meetings-card-standing = { $reply ->
    [coming] You come.
    [waiting] There is no free seat, you stand in line. I will write as soon as there is one.
    [unsure] You do not know yet.
    [declined] You cannot come.
    [offered] A seat became free for you.
   *[silent] No answer yet.
 }
meetings-card-clash = At the same time: “{ $names }”.
meetings-card-say = { $said ->
    [coming] { $chosen ->
        [yes] ✓ I will come
       *[no] I will come
     }
    [declined] { $chosen ->
        [yes] ✓ I cannot
       *[no] I cannot
     }
   *[unsure] { $chosen ->
        [yes] ✓ I do not know yet
       *[no] I do not know yet
     }
 }
meetings-card-file = 📅 To the calendar
meetings-card-link = Enter by the link
meetings-card-why = Say why
meetings-card-here = I am here
meetings-why-question = Why not? Write it in a few words. Only whoever called sees it.
meetings-why-thanks = I will pass it on.
meetings-reply-toast = { $reply ->
    [coming] See you there
    [waiting] No free seat, you stand in line
    [declined] A pity. Noted
   *[unsure] Well, I will ask later
 }
meetings-late-toast = It is too late to answer
meetings-not-invited = People are called to this meeting by a list. If you would like to come, write to whoever holds it.
meetings-file-name = Meeting.ics
meetings-file-caption = { $cancelled ->
    [yes] Open the file, and the calendar of your phone takes the meeting out.
   *[no] Open the file, and the calendar of your phone notes the meeting.
 }

# Letters.
meetings-letter-open = Open the meeting
meetings-notice-intro = You are called to a meeting by: { $host }.
meetings-notice-brief = You are called: “{ $name }”, { $at }
meetings-moved-intro = <b>“{ $name }” has changed</b>
meetings-moved-question = { $asked ->
    [coming] You were going to come. Will you? If not, say so below.
    [waiting] You stay in line.
   *[others] Will you come?
 }
meetings-moved-brief = Changed: “{ $name }”, { $at }
meetings-cancelled-brief = The meeting was called off: “{ $name }”, { $at }
meetings-reminder-intro = { $far ->
    [soon] A meeting soon:
    [day] A reminder, the meeting is near:
   *[week] A reminder, a meeting is coming:
 }
meetings-reminder-brief = { $far ->
    [soon] Soon: “{ $name }”, { $at }
   *[day] A reminder: “{ $name }”, { $at }
 }
meetings-nudge-intro = You have not said yet whether you come:
meetings-nudge-brief = You have not answered yet: “{ $name }”, { $at }
meetings-offer-intro = A seat became free, and you are next in line:
meetings-offer-brief = A seat for you: “{ $name }”, until { $at }
meetings-passed-on = The seat at “{ $name }” went to the next in line. If you still would like to come, stand in line again.
meetings-passed-on-again = Stand in line
meetings-alarm-text = Nobody answers for the meeting “{ $name }” any more: the role of whoever called it has ended. Not everybody knows of it yet. Will you take it over?
meetings-alarm-open = Look

# Lists.
meetings-list-text = <b>Meetings</b>

    { $mine ->
        [0] You have no meetings ahead.
        [one] { $mine } meeting ahead.
       *[other] { $mine } meetings ahead.
    }{ $open ->
        [0] {""}
       *[other] {" "}Those with a + are open to you without having been called.
    }
meetings-list-entry = { $reply ->
    [coming] ✓ { $name }
    [offered] ⏳ { $name }
    [waiting] ⏳ { $name }
    [declined] ✕ { $name }
    [none] + { $name }
   *[silent] ? { $name }
 }
meetings-list-call = Call a meeting
meetings-list-past = Past ones
meetings-past-text = { $count ->
    [0] There are no past meetings yet.
   *[other] <b>Past meetings</b>
 }
meetings-called-entry = { $state ->
    [draft] ✎ { $name }
    [cancelled] ✕ { $name }
   *[open] { $name }
 }
meetings-called-text = { $count ->
    [0] You have not called any yet.
   *[other] <b>Meetings that you called</b>
 }
meetings-told = Meetings: you were called to { $invited }, you called { $called }.

# Minutes.
meetings-host-minutes = Minutes
meetings-minutes-early = Minutes are taken when the meeting has begun.
meetings-minutes-text = <b>Minutes</b>

    Let us walk through the agenda: what was heard, who spoke, what was decided. You can change it until the paper is taken.
meetings-minutes-line = { $part ->
    [chair] Chair: { $said }
    [secretary] Secretary: { $said }
   *[guests] Invited: { $said }
 }
meetings-minutes-begin = Fill in, one by one
meetings-minutes-point = { $ready ->
    [yes] ✓ { $number }. { $topic }
   *[no] { $number }. { $topic }
 }
meetings-minutes-paper = Paper (DOCX)
meetings-minutes-file = Minutes.docx
meetings-minutes-back = ‹ Minutes
meetings-minutes-skip = Next ›
meetings-minutes-too-long = This takes up to { $most } characters, there are { $count }. Write it shorter.
meetings-minutes-votes-fault = It takes three numbers: for, against, abstained. For example “12-0-1”.
meetings-minutes-question = { $part ->
    [chair] <b>Who was in the chair?</b> Write family name and initials.
    [secretary] <b>Who was the secretary?</b> Write family name and initials.
    [guests] <b>Who was invited?</b> Write names, with commas between them.
    [heard] <b>{ $number }. { $topic }</b>

    What was heard? The speaker of the agenda comes by itself, write the gist.
    [spoke] <b>{ $number }. { $topic }</b>

    Who spoke, about what?
    [decided] <b>{ $number }. { $topic }</b>

    What was decided? Each in a line: what — who — by which day. The bot reminds them the day before.

    <i>Prepare a report — A. Ivanova — 15.12</i>
   *[votes] <b>{ $number }. { $topic }</b>

    How did they vote: for, against, abstained? For example “12-0-1”.
 }
meetings-minutes-votes = for { $yes }, against { $no }, abstained { $abstained }
meetings-minutes-decision = { $words }{ $done ->
    [yes] ; done by: { $who }
   *[no] {""}
 }{ $timed ->
    [yes] ; until: { $by }
   *[no] {""}
 }
meetings-paper-title = { $numbered ->
    [yes] MINUTES No. { $number }
   *[no] MINUTES
 }
meetings-paper-line = { $part ->
    [heard] HEARD: { $said }
    [spoke] SPOKE: { $said }
    [decided] DECIDED: { $said }
   *[voted] Votes: { $said }
 }
meetings-paper-quorum = { $quorum ->
    [yes] Members: { $all }. Present: { $present }. There is a quorum.
   *[no] Members: { $all }. Present: { $present }. There is no quorum.
 }
meetings-paper-item = { $spoken ->
    [yes] { $number }. { $topic }. Speaker: { $speaker }
   *[no] { $number }. { $topic }
 }
meetings-paper-column = { $column ->
    [number] No.
    [name] Name
    [school] School
    [part] As what
   *[signature] Signature
 }
meetings-task-text = Due tomorrow by a decision of the meeting “{ $name }”: { $words }

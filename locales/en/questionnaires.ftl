questionnaires-list-button = Questionnaires
questionnaires-list-text = <b>Questionnaires</b>, { $municipality }

    { $count ->
    [0] Make a questionnaire of your own here: questions in a sheet, one button to invite, results without names.
   *[other] ✎ draft, ● open, ✓ closed
 }
questionnaires-list-one = { $state ->
    [draft] ✎ { $title }
    [closed] ✓ { $title }
   *[published] ● { $title }
 }
questionnaires-list-new = New questionnaire
questionnaires-choose-text = Whose questionnaires would you like to open?
questionnaires-back = ‹ Back

# The sheet with questions.
questionnaires-begin-text = <b>Send a sheet with the questions</b>, XLSX or CSV: one row is one question.

    Only the column “Question” is needed. I also understand “Kind”, “Choice 1”, “Choice 2” and so on, “Right answer”, “Explanation”, “Section”, “Optional”.
questionnaires-begin-template = Template (XLSX)
questionnaires-template-file = Questionnaire template.xlsx
questionnaires-template-tab = Questions
questionnaires-template-caption = One row for each kind of answer. Put your own questions in their place and send the file here.
questionnaires-template-heading = { $column ->
    [question] Question
    [kind] Kind
    [section] Section
    [optional] Optional
    [right] Right answer
   *[explanation] Explanation
 }
questionnaires-template-choice = Choice { $number }
questionnaires-template-example = { $row ->
    [single] { $column ->
        [question] How is the preparation for the exams going in your classes?
        [kind] one
        [first] On schedule
        [second] Behind schedule
        [third] Not begun yet
       *[other] —
     }
    [several] { $column ->
        [question] What gets in the way?
        [kind] several
        [optional] yes
        [first] Too few hours
        [second] Absent pupils
        [third] No materials
        [fourth] Nothing
       *[other] —
     }
    [scale] { $column ->
        [question] How confident are you with the second part of the exam?
        [kind] scale
       *[other] —
     }
    [number] { $column ->
        [question] How many consultations did you hold this term?
        [kind] number
       *[other] —
     }
    [words] { $column ->
        [question] What should the next seminar be about?
        [kind] words
        [optional] yes
       *[other] —
     }
   *[task] { $column ->
        [question] How many elective exams do pupils take in the ninth form?
        [right] Two
        [explanation] Two exams are compulsory and two are elective.
        [first] One
        [second] Two
        [third] Three
       *[other] —
     }
 }
questionnaires-sheet-fault = { $fault ->
    [column] I cannot see a column “Question”. Please give the column with the questions that heading.
    [empty] There is no question below the headings.
    [crowd] Questions in the sheet: { $count }. A questionnaire takes at most 60.
   *[sections] There are too many sections with tasks: at most { $count } fit the chart.
 }
questionnaires-sheet-rows = { $count ->
    [one] <b>{ $count } row</b> needs mending:
   *[other] <b>{ $count } rows</b> need mending:
 }
questionnaires-sheet-row = Row { $number }: { $reason }.
questionnaires-sheet-more = More rows: { $count }.
questionnaires-sheet-again = Mend the sheet and send it again, right here. Nothing has changed yet.
questionnaires-row-fault = { $fault ->
    [no-question] there is no question
    [long-question] the question is longer than { $most } characters
    [kind] this kind of answer is unknown; there are: one, several, scale, number, words
    [too-few] at least two choices are needed
    [too-many] there are more than { $most } choices
    [long-choice] a choice is longer than { $most } characters and does not fit on a button
    [same] two choices are the same
    [right] the right answer is not among the choices
    [right-alone] there is a right answer but no choices
    [long-section] the title of the section is longer than { $most } characters
   *[long-explanation] the explanation is longer than { $most } characters
 }

# The card.
questionnaires-title-default = Questionnaire of the teacher-support service
questionnaires-about-default = A few questions from the teacher-support service.
questionnaires-card-head = <b>{ $title }</b>
    { $about }

    Questions: { $questions }{ $tasks ->
    [0] { "" }
   *[other] , with a right answer: { $tasks }
 }
questionnaires-card-state = { $state ->
    [draft] A draft: nobody sees it.
    [closed] The questionnaire is closed. Its answers are kept.
    [changed] The questionnaire is open. The draft has changes that people do not see yet.
   *[published] The questionnaire is open: every teacher of the municipality sees it under “Self-diagnosis”.
 }
questionnaires-card-progress = Invited: { $invited }. Begun: { $begun }. Finished: { $finished }.
questionnaires-card-reminded = Last reminder: { $day }.
questionnaires-card-unsaid = { $state ->
    [held] Letters held back: { $count }. They do not go out until you let them.
    [due] Letters still to go out: { $count }, the next at { $at }.
   *[now] Letters being written: { $count }.
 }
questionnaires-card-hold = Hold the letters back
questionnaires-card-release = Let the letters go
questionnaires-card-withdraw = Withdraw
questionnaires-withdrawing-text = Withdraw the letters about <b>“{ $title }”</b> that did not go out yet? There are { $count }. Whoever did not get the invitation does not count as invited.
questionnaires-withdrawing-yes = Yes, withdraw
questionnaires-withdrawn-toast = Withdrawn: { $count }
questionnaires-upcoming = Questionnaire “{ $title }”: { $count }
questionnaires-card-invite = Invite
questionnaires-card-remind = Remind those who have not finished ({ $count })
questionnaires-card-results = Results
questionnaires-card-publish = { $state ->
    [draft] Publish
    [closed] Open again
   *[published] Publish the changes
 }
questionnaires-card-preview = Look at it as on a phone
questionnaires-card-title = Title
questionnaires-card-about = Description
questionnaires-card-replace = Another sheet
questionnaires-card-close = Close
questionnaires-card-delete = Delete
questionnaires-words-text = { $part ->
    [title] What should the questionnaire be called? Up to { $most } characters.
   *[about] Write one sentence: what it is about and what for. Up to { $most } characters.
 }

    Now: { $now }
questionnaires-words-long = { $count ->
    [0] Words are needed here.
   *[other] That makes { $count }, and { $most } characters fit. Please shorten it.
 }
questionnaires-published-toast = The questionnaire is open
questionnaires-closed-toast = The questionnaire is closed
questionnaires-deleted-toast = The draft is deleted
questionnaires-closing-text = Close the questionnaire <b>“{ $title }”</b>? There will be no new answers, but whoever has begun may finish. The results stay.
questionnaires-closing-stay = ‹ Leave it open
questionnaires-closing-close = Close it
questionnaires-not-on-offer = The questionnaire is closed now. Publish it, then people can be invited.

# Invitations.
questionnaires-audience-text = Whom do you want to invite to <b>“{ $title }”</b>? Whoever was invited before gets no second message.
questionnaires-audience-rough = People cannot be invited by their difficulties: the number of invited would give away groups of fewer than ten. Choose people by school, subject or post.
questionnaires-audience-invite = { $count ->
    [one] Invite { $count } person
   *[other] Invite { $count } people
 }
questionnaires-audience-change = Change who
questionnaires-invited-toast = { $count ->
    [0] All of them were invited before
   *[other] Invited: { $count }
 }
questionnaires-reminded-toast = To be reminded: { $count }
questionnaires-reminded-today = People were reminded of this questionnaire today already. You can do it again tomorrow.
questionnaires-letter-text = { $kind ->
    [reminder] <b>A questionnaire is waiting for you</b>: “{ $title }”
   *[invitation] <b>Please answer a questionnaire</b>: “{ $title }”
 }

    { $about }

    It takes about { $minutes } min.
questionnaires-letter-brief = Questionnaire “{ $title }”
questionnaires-letter-open = Open the questionnaire
questionnaires-told-invited = You were invited to the questionnaire “{ $title }”.

# Words inside a questionnaire, where the sheet says none.
questionnaires-promise = The coordinator sees answers only together with others', from ten people on and without names.
questionnaires-section = Questions
questionnaires-scale-hint = 1 is not at all, 5 is fully
questionnaires-level-title = { $place ->
    [low] Worth a second look
    [middle] A good basis
   *[high] Confident
 }
questionnaires-level-text = { $place ->
    [low] Fewer than half of the answers are right here. Read the explanations: that is the quickest way.
    [middle] More than half of the answers are right. See where the mistakes were.
   *[high] Almost everything is right.
 }
questionnaires-next-step = Open the explanations and ask a methodologist about whatever is still unclear.
questionnaires-strength = You know this well.
questionnaires-right = The right answer:

# Results.
questionnaires-results-few = Finished so far: { $finished }. Results appear when { $least } people have answered, so that nobody can tell who answered what.
questionnaires-results-head = <b>{ $title }</b>
    Question { $place } of { $count }. Counted: the first { $counted } people.
questionnaires-results-question = <b>{ $question }</b>
questionnaires-results-answered = { $count ->
    [0] Nobody has answered yet.
    [one] { $count } person answered.
   *[other] { $count } people answered.
 }
questionnaires-results-choice = { $choice }: { $count } ({ $percent } %)
    { $bar }
questionnaires-results-numbers = Least: { $least }, middle: { $middle }, greatest: { $greatest }.
questionnaires-results-words = The sheet has all answers; some of them:
questionnaires-results-written = — { $words }
questionnaires-results-hidden = Answers are shown when there are at least { $least }.
questionnaires-results-earlier = ‹ Question
questionnaires-results-later = Question ›
questionnaires-results-picture = As a picture
questionnaires-results-table = As a sheet
questionnaires-results-caption = The answers of the first { $counted } people, without names.
questionnaires-table-file = Questionnaire results.xlsx
questionnaires-table-tab = { $tab ->
    [figures] Results
   *[words] Written answers
 }
questionnaires-table-heading = { $column ->
    [question] Question
    [answer] Answer
    [people] People
   *[percent] %
 }
questionnaires-table-number = { $which ->
    [least] least: { $number }
    [middle] middle: { $number }
   *[greatest] greatest: { $number }
 }

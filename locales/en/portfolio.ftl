portfolio-command-portfolio = Portfolio
portfolio-outdated = This has changed meanwhile. Here is how it is now:
portfolio-saved-toast = Saved
portfolio-deleted-toast = Deleted
portfolio-sent-toast = Done
portfolio-too-many = There are three hundred entries already. To add one, delete another.
portfolio-list-earlier = ‹ Previous
portfolio-list-later = More ›
portfolio-back-home = ‹ Portfolio
portfolio-back-entries = ‹ My entries
portfolio-back-entry = ‹ To the entry
portfolio-back-category = ‹ Category
portfolio-back-study = ‹ Self-education

portfolio-home-text = <b>Portfolio</b>

    Courses: { $courses }, meetings: { $meetings }, finished diagnostics: { $diagnostics }, your entries: { $entries }.
    Self-education topic: { $topic }
portfolio-home-category = { $words }
portfolio-home-paper = Download the portfolio (DOCX)
portfolio-home-add = Add an entry
portfolio-home-entries = My entries
portfolio-home-grade = Category
portfolio-home-study = Self-education

# Entries.
portfolio-entries-text = <b>My entries</b>

    { $count ->
    [0] Nothing yet. Add a talk, an open lesson or a prize: all of it goes into the portfolio.
    [one] { $count } entry
   *[other] { $count } entries
 }
portfolio-entries-entry = { $kind ->
    [event] Event
    [practice] Practice
    [lesson] Open lesson
    [prize] Prize
   *[other] Other
 } · { $title }
portfolio-kinds-question = What would you like to add to the portfolio?
portfolio-kind-button = { $kind ->
    [event] Event
    [practice] Practice
    [lesson] Open lesson
    [prize] Prize, contest
   *[other] Other
 }
portfolio-kind = { $kind ->
    [event] Event
    [practice] Practice
    [lesson] Open lesson
    [prize] Prize
   *[other] Other
 }
portfolio-title-question = { $kind ->
    [event] What was the event called?
    [practice] What is the practice called?
    [lesson] What was the topic of the lesson, and which class?
    [prize] What was the prize or place for?
   *[other] What shall the entry be called?
 }
portfolio-step-title = <b>{ $title }</b>
portfolio-step-question = { $field ->
    [day] When was it? Write the date: 12.03.2026
    [role] What was your role or result? For example: speaker, participant, 2nd place.
    [words] Write a few words: what it is about and what came of it.
   *[file] Send a photo or a file, up to 10 MB: a diploma, a certificate, the material.
 }
portfolio-step-skip = Skip ›
portfolio-step-next = Next ›
portfolio-step-fault = { $fault ->
    [long] That is too long. Please shorten it.
   *[unreadable] I could not read that. Please write it as in the example.
 }
portfolio-entry-title = <b>{ $title }</b>
    { $kind ->
    [event] Event
    [practice] Practice
    [lesson] Open lesson
    [prize] Prize
   *[other] Other
 }
portfolio-entry-field = { $field ->
    [day] When
   *[role] Role
 }: { $words }
portfolio-field = { $field ->
    [title] Title
    [day] Date
    [role] Role
    [words] Description
   *[file] File
 }
portfolio-entry-open = Open the file
portfolio-entry-drop = Delete the entry
portfolio-drop-question = Delete the entry <b>{ $title }</b> with its file?
portfolio-drop-yes = Yes, delete
portfolio-file-caption = { $title }

# Category.
portfolio-category-words = { $post }, { $grade ->
    [fit] fit for the post
    [first] first category
    [highest] highest category
    [methodist] teacher-methodologist
   *[mentor] teacher-mentor
 }{ $dated ->
    [given] , since { $given }
    [both] , since { $given }, until { $until }
   *[no] { "" }
 }
portfolio-category-question = <b>Category</b>

    Choose a post to enter its category.
portfolio-grade-question = <b>{ $post }</b>

    Which category do you have?
portfolio-grade = { $grade ->
    [fit] Fit for the post
    [first] First
    [highest] Highest
    [methodist] Teacher-methodologist
   *[mentor] Teacher-mentor
 }
portfolio-grade-none = No category
portfolio-days-question = { $words }

    When was it given? Write the date: 12.03.2024. If it expires, write both dates: 12.03.2022 – 12.03.2027
portfolio-days-skip = Skip

# Self-education.
portfolio-study-title = <b>Self-education</b>

    Fill in what is ready: all of it goes into the portfolio.
portfolio-study-part = <b>{ $part ->
    [topic] Topic
    [plan] Plan
   *[report] Report
 }:</b> { $words }
portfolio-study-button = { $part ->
    [topic] Topic
    [plan] Plan
   *[report] Report
 }
portfolio-study-question = { $part ->
    [topic] Which topic are you working on this year?
    [plan] What is your plan? Write it in one message, up to 1,500 characters.
   *[report] What came of it? Write it in one message, up to 1,500 characters.
 }
portfolio-study-clear = Clear

# The paper.
portfolio-paper-file = portfolio.docx
portfolio-paper-caption = Your portfolio
portfolio-paper-title = PORTFOLIO
portfolio-paper-since = Pedagogical work since { $year }
portfolio-paper-made = Made on { $day }
portfolio-paper-part = { $part ->
    [general] General
    [courses] Advanced training and retraining
    [diagnostics] Finished diagnostics
    [analyses] What colleagues said of open lessons
    [meetings] Meetings, seminars, contests
    [event] Events
    [practice] Practices
    [lesson] Open lessons
    [prize] Prizes and contests
    [study] Self-education
   *[other] Other
 }
portfolio-paper-column = { $column ->
    [number] No.
    [course] Programme
    [meeting] Meeting
    [diagnosis] Diagnosis
    [day] Date
    [title] Title
    [role] Role, result
   *[words] Description
 }
portfolio-paper-study = { $part ->
    [topic] Topic
    [plan] Plan
   *[report] Report
 }: { $words }
portfolio-told-entry = <b>Portfolio:</b> { $words }
portfolio-told-category = <b>Category:</b> { $words }
portfolio-told-study = <b>Self-education, { $part ->
    [topic] topic
    [plan] plan
   *[report] report
 }:</b> { $words }

# Attestation.
portfolio-due-button = Attestation this year
portfolio-due-text = <b>Attestation in this school year</b>

    { $count ->
    [0] Nobody’s category expires. The last day is known for those who entered it in their portfolio.
    [one] The category of { $count } person expires:
   *[other] The categories of { $count } people expire:
 }
portfolio-due-line = <b>{ $name }</b>, { $school }
    { $post }, { $grade }, { $past ->
    [yes] expired on { $until }
   *[no] until { $until }
 }
    { $ready ->
    [yes] ✓ courses, entries and topic are in place
   *[no] Missing: { $lacks }
 }
portfolio-due-grade = { $grade ->
    [fit] fit for the post
    [first] first
    [highest] highest
    [methodist] teacher-methodologist
   *[mentor] teacher-mentor
 }
portfolio-due-lack = { $lack ->
    [courses] courses in the last three years
    [entries] entries in the portfolio
   *[topic] a self-education topic
 }
portfolio-due-sheet = Download as a table
portfolio-due-sheet-name = Attestation
portfolio-due-column = { $column ->
    [name] Full name
    [school] Organisation
    [post] Post
    [grade] Category
    [until] Valid until
   *[lacks] Missing
 }
portfolio-due-file = attestation.xlsx
portfolio-due-caption = Attestation in this school year
portfolio-due-back = ‹ Administration

# The reminder before an attestation.
portfolio-reminder-text = <b>Your attestation is near</b>

    { $post }, category: { $grade }. It holds until { $until }, { $days ->
    [0] that is today
    [one] { $days } day is left
   *[other] { $days } days are left
 }.

    What your portfolio still lacks: { $lacks }.
portfolio-reminder-brief = The category holds until { $until }, and the portfolio is not complete yet.
portfolio-reminder-open = Open the portfolio

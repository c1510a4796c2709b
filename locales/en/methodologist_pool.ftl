methodologist_pool-command-consulting = What I consult on
methodologist_pool-button = Methodologists
methodologist_pool-which = Whose pool of methodologists would you like to open?
methodologist_pool-back-admin = ‹ Administration
methodologist_pool-back-list = ‹ Methodologists
methodologist_pool-back-card = ‹ To the card
methodologist_pool-back-editions = ‹ To the lists
methodologist_pool-outdated = This has changed meanwhile. Here is how it is now:
methodologist_pool-saved-toast = Saved
methodologist_pool-order = No. { $number } dated { $day }
methodologist_pool-order-undated = No. { $number }

# The list.
methodologist_pool-list-text = <b>Pool of methodologists</b>

    Methodologists: <b>{ $members }</b>, candidates: { $candidates }.
    Reference: 1 methodologist for { $norm } teachers. Teachers on record: { $teachers }, methodologists needed: { $wanted }.
methodologist_pool-list-entry = { $admitted ->
    [yes] { $name }
   *[no] { $name } · candidate
 }
methodologist_pool-list-add = Add
methodologist_pool-list-sheet = List as XLSX
methodologist_pool-list-paper = List as DOCX
methodologist_pool-list-public = For publishing, no birth dates
methodologist_pool-list-earlier = ‹ Previous
methodologist_pool-list-later = More ›

# A candidate.
methodologist_pool-add-question = <b>{ $name }</b>

    Not in the pool yet. Add as a candidate? You can check the conditions and fill in the card afterwards.
methodologist_pool-add-yes = Add as a candidate
methodologist_pool-card-title = <b>{ $name }</b>
    { $admitted ->
    [yes] In the pool of methodologists
   *[no] Candidate for the pool of methodologists
 }
methodologist_pool-card-head = { $workplace }
    { $post }
    { $born ->
    [yes] Birth date: { $birth }
   *[no] Birth date not given: they add it in their own profile
 }
methodologist_pool-card-field = { $field ->
    [basis] Basis
    [order] Order
    [term] Term
    [education] Education
    [speciality] Speciality
    [courses] Courses and retraining
    [experience] Experience in methodological work
    [direction] Areas of work
    [subject] Subjects
    [capacity] Requests at once
   *[absence] Away
 }: { $words }
methodologist_pool-card-exception = With an exception: { $reason }
methodologist_pool-card-fill = Fill in
methodologist_pool-card-fields = All fields
methodologist_pool-card-checks = Conditions
methodologist_pool-card-admit = Admit
methodologist_pool-card-demote = To candidates
methodologist_pool-card-appoint = Appoint methodologist in the bot
methodologist_pool-card-person = The person
methodologist_pool-card-drop = Remove
methodologist_pool-admitted-toast = Admitted
methodologist_pool-drop-question = Remove from the pool: <b>{ $name }</b>?

    The card is deleted. Adopted lists and the role of a methodologist stay as they are.
methodologist_pool-drop-yes = Yes, remove
methodologist_pool-removed-toast = Removed

# Seven conditions: section 3.1 of the guidelines.
methodologist_pool-checks-all = ✓ All seven conditions are met.
methodologist_pool-checks-some = ± Conditions met: { $met } of { $all }.
methodologist_pool-checks-missing = { $count ->
    [one] <b>{ $count } condition</b> is missing:
   *[other] <b>{ $count } conditions</b> are missing:
 }
methodologist_pool-check-lack = { $check ->
    [workplace] ✗ the main workplace is neither a school nor additional education
    [education] ✗ a degree in education is not confirmed
    [years] ✗ five years of teaching are not confirmed
    [category] ✗ the highest category is not confirmed
    [contribution] ✗ no contribution to the municipal system of education is marked
    [diagnosis] ✗ a diagnosis of professional competences is not confirmed
   *[course] ✗ a course in methodological support is not confirmed
 }
methodologist_pool-checks-title = <b>{ $name }</b>

    Conditions for the pool
methodologist_pool-check-line = { $verdict ->
    [met] ✓
    [excepted] ±
    [missing] ✗
   *[unknown] ?
 } { $check ->
    [workplace] workplace: a school or additional education
    [education] a degree in education
    [years] at least five years of teaching
    [category] the highest category
    [contribution] a contribution to the municipal system of education
    [diagnosis] a diagnosis of competences passed
   *[course] a course in methodological support passed
 }
methodologist_pool-checks-hint = Tick what documents confirm. The bot sees the workplace, years and contribution by itself where they are given.
methodologist_pool-check-button = { $check ->
    [workplace] Workplace
    [education] Education
    [years] Years
    [category] Highest category
    [contribution] Contribution
    [diagnosis] Diagnosis
   *[course] Course
 }
methodologist_pool-admit-title = <b>{ $name }</b>

    Still missing:
methodologist_pool-admit-question = To admit them anyway, write why. The reason stays on the card, the decision in the access log.

# Fields and steps.
methodologist_pool-fields-question = <b>{ $name }</b>

    What would you like to fill in?
methodologist_pool-field = { $field ->
    [basis] Basis
    [order] Order
    [term] Term
    [education] Education
    [speciality] Speciality
    [courses] Courses
    [experience] Experience
    [background] Contribution
    [direction] Areas
    [subject] Subjects
    [capacity] How many requests
   *[absence] When away
 }
methodologist_pool-step-question = { $field ->
    [basis] On what basis do they work for the municipal service?
    [order] By which order were they admitted? Write its number and date, for example: № 876 от 03.10.2026
    [term] For which term? Choose the school year or write two dates: 01.09.2026 – 31.08.2027
    [education] What education do they have? Write the level, place and year.
    [speciality] Which speciality does the diploma name?
    [courses] Which courses and retraining have they completed? Write them in one message.
    [experience] What experience do they have in methodological work? Write it in one message.
    [background] What is their contribution to the municipal system of education? Tick one or several.
    [direction] { $own ->
        [yes] In which areas do you work?
       *[no] In which areas does the methodologist work?
     } Tick one or several.
    [subject] { $own ->
        [yes] In which subjects do you consult?
       *[no] In which subjects does the methodologist consult?
     } Tick them or write a name.
    [capacity] { $own ->
        [yes] How many requests do you take at once?
       *[no] How many requests does the methodologist take at once?
     } Choose or write a number.
   *[absence] { $own ->
        [yes] When are you away?
       *[no] When is the methodologist away?
     } Write two dates: 01.07.2026 – 28.07.2026. One date means: until that day.
 }
methodologist_pool-step-said = Now: { $words }
methodologist_pool-step-skip = Skip ›
methodologist_pool-step-next = Next ›
methodologist_pool-step-clear = Clear
methodologist_pool-step-year = This school year
methodologist_pool-step-fault = { $fault ->
    [long] That is too long: at most 500 characters.
    [backwards] The last day is before the first. Please check the dates.
    [buttons] That is not on the list. Please choose with a button.
   *[unreadable] I could not read that. Please write it as in the example.
 }
methodologist_pool-basis = { $basis ->
    [staff] On the staff
    [part] Part-time
   *[contract] By contract
 }

# A methodologist's own page.
methodologist_pool-own-title = <b>What I consult on</b>
methodologist_pool-own-nothing = <b>What I consult on</b>

    Mark what to ask you about: areas of work, subjects, how many requests at once, and when you are away.
methodologist_pool-own-begin = Mark
methodologist_pool-own-back = ‹ What I consult on

# Lists of school years.
methodologist_pool-editions = Lists by year
methodologist_pool-editions-none = No list has been adopted yet. A list is adopted by an order for a school year, usually in September or October.
methodologist_pool-editions-title = <b>Adopted lists</b>
methodologist_pool-editions-line = <b>School year { $year }</b>
    { $ordered ->
    [yes] Order { $order }
   *[no] Without an order number
 }, { $count ->
    [one] { $count } person
   *[other] { $count } people
 }
methodologist_pool-editions-paper = { $year }: open DOCX
methodologist_pool-editions-approve = { $again ->
    [yes] Adopt { $year } again
   *[no] Adopt the list for { $year }
 }
methodologist_pool-approve-question = <b>The list for { $year }</b>

    { $count ->
    [one] { $count } person
   *[other] { $count } people
 }, as the pool is now. Write the number and date of the order, for example: № 876 от 03.10.2026
methodologist_pool-approve-plain = No number yet
methodologist_pool-adopted-toast = Adopted

# Files.
methodologist_pool-sheet-name = Methodologists
methodologist_pool-file-sheet = methodologists.xlsx
methodologist_pool-file-paper = methodologists.docx
methodologist_pool-file-public = methodologists for publishing.docx
methodologist_pool-file-caption = The list of methodologists
methodologist_pool-file-toast = Done
methodologist_pool-paper-annex = Annex to order { $order }
methodologist_pool-paper-title = List of municipal methodologists
methodologist_pool-paper-year = School year { $year }
methodologist_pool-column = { $column ->
    [number] No.
    [name] Full name
    [birth] Birth date
    [education] Education
    [speciality] Speciality
    [courses] Courses, retraining
    [workplace] Main workplace
    [post] Post
    [experience] Experience in methodological work
    [direction] Areas of work
    [subject] Subjects
    [basis] Basis
    [order] Order
    [term] Term
   *[consulting] Areas of work and subjects
 }
methodologist_pool-told = <b>Pool of methodologists:</b> { $admitted ->
    [yes] you are a member
   *[no] you are a candidate
 }{ $known ->
    [yes] . Known about you: { $words }.
   *[no] .
 }

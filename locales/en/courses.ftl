courses-command-courses = My courses
courses-list-text = <b>My courses</b>

    { $count ->
    [0] Nothing yet. Add advanced training or retraining: it goes into your portfolio.
    [one] { $count } course
   *[other] { $count } courses
 }
courses-list-entry = { $dated ->
    [yes] { $year } · { $title }
   *[no] { $title }
 }
courses-list-earlier = ‹ Previous
courses-list-later = More ›
courses-list-add = Add
courses-back-list = ‹ My courses
courses-back-card = ‹ To the course
courses-too-many = You have a hundred courses here already. To add one, delete the oldest.
courses-kinds-question = What did you complete?
courses-kind-button = { $kind ->
    [training] Advanced training
   *[retraining] Retraining
 }
courses-kind = { $kind ->
    [training] advanced training
   *[retraining] professional retraining
 }
courses-hours = { $hours } h

# A course.
courses-course = <b>{ $title }</b>
    { $kind ->
    [training] Advanced training
   *[retraining] Professional retraining
 }
courses-field-line = { $field ->
    [provider] Provider
    [hours] Hours
   *[days] When
 }: { $words }
courses-fact = { $fact ->
    [register] { $is ->
        [yes] In the federal register of programmes
       *[no] Not in the federal register of programmes
     }
   *[deficit] { $is ->
        [yes] Chosen on the basis of a diagnosis
       *[no] Not chosen on the basis of a diagnosis
     }
 }
courses-certificate = { $kept ->
    [yes] Certificate attached
   *[no] No certificate yet
 }
courses-card-open = Open the certificate
courses-card-drop = Delete the course
courses-field = { $field ->
    [title] Name
    [provider] Provider
    [hours] Hours
    [days] Dates
    [register] Register
    [deficit] Diagnosis
   *[certificate] Certificate
 }
courses-step-title = <b>{ $title }</b>
courses-step-question = { $field ->
    [title] What is the programme called? Write it as on the certificate.
    [provider] Who ran it? Write the organisation.
    [hours] How many hours? Choose or write a number.
    [days] When was it? Write the dates: 10.02.2026 – 28.02.2026. The last day alone will do.
    [register] Is the programme in the federal register?
    [deficit] Did you choose this course because of difficulties that a diagnosis showed?
   *[certificate] Send a photo or a file of the certificate, up to 10 MB.
 }
courses-step-yes = Yes
courses-step-no = No
courses-step-skip = Skip ›
courses-step-next = Next ›
courses-step-clear = Clear
courses-step-fault = { $fault ->
    [long] That is too long: at most 300 characters.
   *[unreadable] I could not read that. Please write it as in the example, or choose with a button.
 }
courses-saved-toast = Saved
courses-drop-question = Delete the course <b>{ $title }</b> with its certificate?
courses-drop-yes = Yes, delete
courses-deleted-toast = Deleted
courses-no-certificate = There is no certificate here.
courses-certificate-caption = Certificate: { $title }

# Courses of others.
courses-of-button = Courses
courses-of-text = <b>{ $name }</b>

    { $count ->
    [0] No courses yet.
    [one] { $count } course
   *[other] { $count } courses
 }
courses-of-certificate = Certificate: { $title }
courses-of-back = ‹ To the card
courses-missing-button = No course in three years
courses-missing-text = <b>No course in three years</b>

    { $count ->
    [0] Nobody.
    [one] { $count } person of { $all }
   *[other] { $count } people of { $all }
 }
courses-missing-entry = { $name } · { $school }
courses-missing-sheet = Download as a table
courses-missing-sheet-name = No course in three years
courses-missing-column = { $column ->
    [name] Full name
    [school] Organisation
    [post] Post
   *[last] Last course
 }
courses-missing-file = no course in three years.xlsx
courses-missing-caption = No course in three years
courses-missing-back = ‹ Administration
courses-sent-toast = Done
courses-told = <b>Courses:</b> { $course }

# Courses by a sheet.
courses-import-button = Take in a list of courses
courses-import-text = Send a sheet of courses: XLSX or CSV. Name and programme are needed; provider, hours, dates and “in the federal register: yes or no” are welcome. The columns stand in any order.

    First I show what would change.
courses-import-template = Take the template
courses-import-back = ‹ Back
courses-import-tab = Courses
courses-import-file = Courses, template.xlsx
courses-import-refused-file = Courses to mend.xlsx
courses-import-caption = { $about ->
    [template] The row here is an example; put your own in its place.
   *[refused] The last column says what is wrong. Mend it and send the same file.
 }
courses-import-column = { $column ->
    [name] ФИО
    [birth] Дата рождения
    [title] Программа
    [provider] Кто проводил
    [hours] Часов
    [began] Начало
    [ended] Окончание
   *[register] В реестре
 }
courses-import-example = { $column ->
    [name] Петрова Анна Сергеевна
    [birth] 07.03.1985
    [title] Функциональная грамотность на уроке
    [provider] ИРО
    [hours] 72
    [began] 01.02.2026
    [ended] 28.02.2026
   *[register] да
 }
courses-import-counts = <b>Tried, nothing has changed yet</b>

    New courses: { $added }
    Known already: { $kept }
    Refused: { $refused }
courses-import-row = Row { $number }: { $reasons }
courses-import-take = { $count ->
    [one] Write { $count } course down
   *[other] Write { $count } courses down
 }
courses-import-leave = Never mind
courses-import-fault = { $fault ->
    [unknown] Nobody here has such a name
    [namesakes] Several people have this name, a birth date is needed
    [birth] There is no such birth date
    [title] The name of the programme is missing
    [hours] The hours cannot be read
    [days] The dates cannot be read
   *[register] Of the register say yes or no
 }
courses-import-done = { $added ->
    [0] There were no new courses.
    [one] { $added } course was written down.
   *[other] { $added } courses were written down.
 } { $refused ->
    [0] Every row was fine.
   *[other] Rows to mend: { $refused }.
 }
courses-import-again = Another list
courses-import-too-many = There are more than two thousand rows. Please cut the sheet into parts.
courses-import-headings = No columns with a name and a programme were found. Check the headings or take the template.

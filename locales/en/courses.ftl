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

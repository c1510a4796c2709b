roster-start-button = Load a list
roster-start-text = <b>List of people</b>, { $municipality }

    Send an XLSX or CSV file: one row is one person and their place of work. I know the columns by their headings in any order: name, school, post, subjects, birth date, share. Other columns are left out.

    First I show what would change, and touch nothing until you agree.
roster-start-template = Template (XLSX)
roster-choose-text = Whose list do you want to load?
roster-template-file = Template of a list.xlsx
roster-template-tab = List
roster-template-caption = The two rows are examples, please delete them.
roster-template-example = { $row ->
    [first] { $field ->
        [family] Петрова
        [given] Анна
        [patronymic] Сергеевна
        [birth] 07.03.1985
        [school] Школа № 1
        [post] Учитель
        [subjects] Математика, Информатика
       *[share] 1
     }
   *[second] { $field ->
        [family] Ооржак
        [given] Чечена
        [patronymic] —
        [birth] —
        [school] Детский сад № 3
        [post] Воспитатель
        [subjects] —
       *[share] 0,5
     }
 }
roster-field-title = { $field ->
    [name] ФИО
    [family] Фамилия
    [given] Имя
    [patronymic] Отчество
    [birth] Дата рождения
    [school] Школа
    [post] Должность
    [subjects] Предметы
   *[share] Ставка
 }
roster-columns-text = I see no column <b>“{ $field }”</b>. Which of these is it?
roster-columns-without = There is no such column
roster-columns-again = ‹ Choose a column
roster-without-text = Without a column <b>“{ $field }”</b> the list cannot be loaded. Add it to the file and send it again, right here.

# What would change, how the loading goes, and what came of it.
roster-import-head = { $state ->
    [running] <b>Loading the list</b> “{ $file }”: { $position } of { $rows }
    [done] <b>The list is loaded</b>: “{ $file }”
    [stopped] <b>Loading was stopped</b>: “{ $file }”, { $position } of { $rows } gone through
    [broken] <b>Loading failed</b>: “{ $file }”, { $position } of { $rows } gone through. We are looking into it; please send the file again a little later.
   *[checked] <b>Check of the list</b> “{ $file }”
 }
roster-import-wait = No need to wait: I will write when it is done.
roster-import-counts = { $state ->
    [checked] Nothing has changed yet. In the list:
    [stopped] What was done stays:
    [broken] What was done stays:
   *[done] Done:
 }
    new — <b>{ $added }</b>
    changed — <b>{ $changed }</b>
    unchanged — <b>{ $kept }</b>
    refused — <b>{ $refused }</b>
roster-import-first = <b>The first refusals</b>
roster-import-row = Row { $number }: { $reasons }
roster-import-carry = Load it
roster-import-refused = Refused rows (XLSX)
roster-import-drop = Cancel
roster-import-dropped = The list was not loaded
roster-import-again = Load another list
roster-import-look = Refresh
roster-import-stop = Stop loading
roster-import-begun = Loading has begun
roster-import-busy = Another list of this municipality is still being loaded. Wait for it and press again.
roster-basis-text = Rows to be written: <b>{ $count }</b>.

    By which right are the data of these people processed? It is kept with the import.
roster-basis-button = { $basis ->
    [duty] Powers of the municipal service
    [consents] Consents gathered by the schools
   *[mandate] Mandate of the organisations
 }
roster-basis-back = ‹ To the check
roster-refused-heading = Что не так
roster-refused-tab = Refused
roster-refused-file = Refused rows.xlsx
roster-refused-caption = Rows with the reasons in the last column: { $count }. Correct them and send this very file.
roster-rows-gone = The rows of this list are deleted already. Please send the file again.
roster-out-of-sight = This is not here, or not for you. Here is where you are:
roster-fault = { $fault ->
    [nobody] This is no person: a heading, a sum or a single cell
    [no-family] The family name is missing
    [no-given] The first name is missing
    [foreign-letters] Latin letters in the name
    [initials] The names are needed in full, without initials
    [not-a-name] A name has letters and hyphens only
    [no-school] The school is missing
    [unknown-school] There is no such school in the municipality
    [school-elsewhere] This is a school of another municipality
    [unclear-school] More than one school may be meant
    [no-post] The post is missing
    [unknown-post] There is no such post in the catalogue
    [unknown-subject] There is no such subject in the catalogue for this post
    [no-such-day] There is no such day of birth
    [born-in-future] The birth date lies in the future
    [born-absurdly] The birth date makes no working age
    [share] The share has to be between 0.01 and 2
    [same-as-row] Repeats row { $row }
   *[namesakes] Two people of this name at this school: add the birth date
 }
roster-letter-import-brief = Loading the list “{ $file }”
roster-letter-import-open = Open the import

# One person or two.
roster-matches-button = Matches
roster-matches-none = All is decided: there are no open matches.
roster-match-text = <b>{ $newcomer }</b> has just registered.

    A list has <b>{ $listed }</b>, { $school }. Is this one person?{ $waits ->
    [yes] { " " }Others waiting: { $more }.
   *[no] { "" }
 }
roster-match-same = One person
roster-match-other = Another person
roster-decided-text = { $state ->
    [same] Done: <b>{ $newcomer }</b> and the person of the list are one. What the list says is on the card now.
   *[other] Done: <b>{ $newcomer }</b> is another person. The list stays as it was.
 }
roster-decided-next = Next match ({ $count })
roster-decided-undo = Take it back
roster-decided-undo-last = Undo the last one
roster-decided-toast = Done
roster-too-late = This can no longer be taken back by one press.
roster-letter-match-brief = { $name }: a list has a similar name

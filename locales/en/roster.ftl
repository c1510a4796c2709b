roster-start-button = Load a list
roster-start-text = <b>List of people</b>, { $municipality }

    Send an XLSX or CSV file: one row is one person at one place of work. I recognise the columns by their headings, in any order: name, school, post, subjects, birth date, share. Other columns are skipped.

    First I show what would change, and write nothing until you confirm.
roster-start-template = Template (XLSX)
roster-choose-text = Whose list do you want to load?
roster-template-file = List template.xlsx
roster-template-tab = List
roster-template-caption = The two rows are examples. Please delete them.
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
roster-columns-text = I do not see a column <b>“{ $field }”</b>. Which of these is it?
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
    [stopped] What has been done stays:
    [broken] What has been done stays:
   *[done] Done:
 }
    new — <b>{ $added }</b>
    changed — <b>{ $changed }</b>
    unchanged — <b>{ $kept }</b>
    rejected — <b>{ $refused }</b>
roster-import-first = <b>Why rows were rejected</b>
roster-import-row = Row { $number }: { $reasons }
roster-import-carry = Load it
roster-import-refused = Rejected rows (XLSX)
roster-import-drop = Cancel
roster-import-dropped = The list was not loaded
roster-import-again = Load another list
roster-import-look = Refresh
roster-import-stop = Stop loading
roster-import-begun = Loading has begun
roster-import-busy = Another list of this municipality is still being loaded. Wait for it and press again.
roster-basis-text = Rows to be written: <b>{ $count }</b>.

    On what legal basis are these people’s data processed? It is kept with the import.
roster-basis-button = { $basis ->
    [duty] Powers of the municipal service
    [consents] Consents collected by the schools
   *[mandate] Mandate of the organisations
 }
roster-basis-back = ‹ To the check
roster-refused-heading = Что не так
roster-refused-tab = Rejected
roster-refused-file = Rejected rows.xlsx
roster-refused-caption = Rows rejected: { $count }. The reason is in the last column: correct them and send this same file.
roster-rows-gone = The rows of this list have been deleted. Please send the file again.
roster-out-of-sight = This is not here, or you have no access to it. Here is where you are:
roster-fault = { $fault ->
    [nobody] This is not a person: a heading, a total or a single cell
    [no-family] The family name is missing
    [no-given] The first name is missing
    [foreign-letters] Latin letters in the name
    [initials] The first name and patronymic are needed in full, without initials
    [not-a-name] A name has only letters and hyphens
    [no-school] The school is missing
    [unknown-school] There is no such school in the municipality
    [school-elsewhere] This is a school of another municipality
    [unclear-school] It is unclear which school: several fit
    [no-post] The post is missing
    [unknown-post] There is no such post in the catalogue
    [unknown-subject] There is no such subject in the catalogue for this post
    [no-such-day] There is no such date of birth
    [born-in-future] The birth date is in the future
    [born-absurdly] Check the birth date: the age does not fit
    [share] The share has to be between 0.01 and 2
    [same-as-row] Repeats row { $row }
   *[namesakes] Two people of this name at this school: add the birth date
 }
roster-letter-import-brief = Loading the list “{ $file }”
roster-letter-import-open = Open the import

# One person or two.
roster-matches-button = Matches
roster-matches-none = All matches have been decided.
roster-match-text = <b>{ $newcomer }</b> has just registered.

    A list names <b>{ $listed }</b>, { $school }. Is this the same person?{ $waits ->
    [yes] { " " }Others waiting: { $more }.
   *[no] { "" }
 }
roster-match-same = The same person
roster-match-other = Another person
roster-decided-text = { $state ->
    [same] Done: <b>{ $newcomer }</b> and the person on the list are the same. What the list says is on the card now.
   *[other] Done: <b>{ $newcomer }</b> is another person. The list is unchanged.
 }
roster-decided-next = Next match ({ $count })
roster-decided-undo = Undo
roster-decided-undo-last = Undo the last one
roster-decided-toast = Done
roster-too-late = This can no longer be undone: more than a day has passed.
roster-letter-match-brief = { $name }: a list has a similar name

portfolio-command-portfolio = Портфолио
portfolio-outdated = Здесь уже всё изменилось. Вот как сейчас:
portfolio-saved-toast = Записано
portfolio-deleted-toast = Удалено
portfolio-sent-toast = Готово
portfolio-too-many = Здесь уже триста записей. Чтобы добавить новую, удалите ненужную.
portfolio-list-earlier = ‹ Предыдущие
portfolio-list-later = Ещё ›
portfolio-back-home = ‹ Портфолио
portfolio-back-entries = ‹ Мои записи
portfolio-back-entry = ‹ К записи
portfolio-back-category = ‹ Категория
portfolio-back-study = ‹ Самообразование

portfolio-home-text = <b>Портфолио</b>

    Курсов: { $courses }, встреч: { $meetings }, пройденных диагностик: { $diagnostics }, Ваших записей: { $entries }.
    Тема самообразования: { $topic }
portfolio-home-category = { $words }
portfolio-home-paper = Скачать портфолио (DOCX)
portfolio-home-add = Добавить запись
portfolio-home-entries = Мои записи
portfolio-home-grade = Категория
portfolio-home-study = Самообразование

# Записи.
portfolio-entries-text = <b>Мои записи</b>

    { $count ->
    [0] Пока ничего нет. Добавьте выступление, открытый урок, награду — всё попадёт в портфолио.
    [one] { $count } запись
    [few] { $count } записи
   *[many] { $count } записей
 }
portfolio-entries-entry = { $kind ->
    [event] Мероприятие
    [practice] Практика
    [lesson] Открытый урок
    [prize] Награда
   *[other] Другое
 } · { $title }
portfolio-kinds-question = Что добавить в портфолио?
portfolio-kind-button = { $kind ->
    [event] Мероприятие
    [practice] Практика, разработка
    [lesson] Открытый урок
    [prize] Награда, конкурс
   *[other] Другое
 }
portfolio-kind = { $kind ->
    [event] Мероприятие
    [practice] Практика
    [lesson] Открытый урок
    [prize] Награда
   *[other] Другое
 }
portfolio-title-question = { $kind ->
    [event] Как называлось мероприятие?
    [practice] Как называется практика или разработка?
    [lesson] Какая тема урока и какой класс?
    [prize] За что награда или место?
   *[other] Как назвать запись?
 }
portfolio-step-title = <b>{ $title }</b>
portfolio-step-question = { $field ->
    [day] Когда это было? Напишите дату: 12.03.2026
    [role] В какой роли Вы участвовали или какой результат? Например: докладчик, участник, 2-е место.
    [words] Напишите пару слов: о чём это и что получилось.
   *[file] Пришлите фото или файл, до 10 МБ: грамоту, сертификат, разработку.
 }
portfolio-step-skip = Пропустить ›
portfolio-step-next = Дальше ›
portfolio-step-fault = { $fault ->
    [long] Слишком длинно. Сократите, пожалуйста.
   *[unreadable] Не получилось разобрать. Напишите, пожалуйста, как в примере.
 }
portfolio-entry-title = <b>{ $title }</b>
    { $kind ->
    [event] Мероприятие
    [practice] Практика
    [lesson] Открытый урок
    [prize] Награда
   *[other] Другое
 }
portfolio-entry-field = { $field ->
    [day] Когда
   *[role] Роль
 }: { $words }
portfolio-field = { $field ->
    [title] Название
    [day] Дата
    [role] Роль
    [words] Описание
   *[file] Файл
 }
portfolio-entry-open = Открыть файл
portfolio-entry-drop = Удалить запись
portfolio-drop-question = Удалить запись <b>{ $title }</b> вместе с файлом?
portfolio-drop-yes = Да, удалить
portfolio-file-caption = { $title }

# Категория.
portfolio-category-words = { $post }, { $grade ->
    [fit] соответствие занимаемой должности
    [first] первая категория
    [highest] высшая категория
    [methodist] педагог-методист
   *[mentor] педагог-наставник
 }{ $dated ->
    [given] , с { $given }
    [both] , с { $given } до { $until }
   *[no] { "" }
 }
portfolio-category-question = <b>Категория</b>

    Выберите должность, чтобы указать категорию.
portfolio-grade-question = <b>{ $post }</b>

    Какая у Вас категория?
portfolio-grade = { $grade ->
    [fit] Соответствие должности
    [first] Первая
    [highest] Высшая
    [methodist] Педагог-методист
   *[mentor] Педагог-наставник
 }
portfolio-grade-none = Нет категории
portfolio-days-question = { $words }

    Когда присвоена? Напишите дату: 12.03.2024. Если есть срок, две даты: 12.03.2022 – 12.03.2027
portfolio-days-skip = Пропустить

# Самообразование.
portfolio-study-title = <b>Самообразование</b>

    Заполните, что готово: всё попадёт в портфолио.
portfolio-study-part = <b>{ $part ->
    [topic] Тема
    [plan] План
   *[report] Отчёт
 }:</b> { $words }
portfolio-study-button = { $part ->
    [topic] Тема
    [plan] План
   *[report] Отчёт
 }
portfolio-study-question = { $part ->
    [topic] Над какой темой Вы работаете в этом году?
    [plan] Какой у Вас план? Напишите одним сообщением, до 1500 знаков.
   *[report] Что получилось? Напишите одним сообщением, до 1500 знаков.
 }
portfolio-study-clear = Очистить

# Документ.
portfolio-paper-file = Портфолио.docx
portfolio-paper-caption = Ваше портфолио
portfolio-paper-title = ПОРТФОЛИО
portfolio-paper-since = Педагогический стаж с { $year } года
portfolio-paper-made = Составлено { $day }
portfolio-paper-part = { $part ->
    [general] Общие сведения
    [courses] Повышение квалификации и переподготовка
    [diagnostics] Пройденные диагностики
    [analyses] Анализ открытых уроков
    [meetings] Встречи, семинары, конкурсы
    [event] Участие в мероприятиях
    [practice] Практики и разработки
    [lesson] Открытые уроки
    [prize] Награды и конкурсы
    [study] Самообразование
   *[other] Другое
 }
portfolio-paper-column = { $column ->
    [number] №
    [course] Программа
    [meeting] Встреча
    [diagnosis] Диагностика
    [day] Дата
    [title] Название
    [role] Роль, результат
   *[words] Описание
 }
portfolio-paper-study = { $part ->
    [topic] Тема
    [plan] План
   *[report] Отчёт
 }: { $words }
portfolio-told-entry = <b>Портфолио:</b> { $words }
portfolio-told-category = <b>Категория:</b> { $words }
portfolio-told-study = <b>Самообразование, { $part ->
    [topic] тема
    [plan] план
   *[report] отчёт
 }:</b> { $words }

# Аттестация.
portfolio-due-button = Аттестация в этом году
portfolio-due-text = <b>Аттестация в этом учебном году</b>

    { $count ->
    [0] Ни у кого срок категории не заканчивается. Виден он у тех, кто указал его в портфолио.
    [one] Срок категории заканчивается у { $count } человека:
    [few] Срок категории заканчивается у { $count } человек:
   *[many] Срок категории заканчивается у { $count } человек:
 }
portfolio-due-line = <b>{ $name }</b>, { $school }
    { $post }, { $grade }, { $past ->
    [yes] срок вышел { $until }
   *[no] до { $until }
 }
    { $ready ->
    [yes] ✓ курсы, записи и тема есть
   *[no] Не хватает: { $lacks }
 }
portfolio-due-grade = { $grade ->
    [fit] соответствие
    [first] первая
    [highest] высшая
    [methodist] педагог-методист
   *[mentor] педагог-наставник
 }
portfolio-due-lack = { $lack ->
    [courses] курсов за три года
    [entries] записей в портфолио
   *[topic] темы самообразования
 }
portfolio-due-sheet = Скачать таблицей
portfolio-due-sheet-name = Аттестация
portfolio-due-column = { $column ->
    [name] ФИО
    [school] Организация
    [post] Должность
    [grade] Категория
    [until] Действует до
   *[lacks] Чего не хватает
 }
portfolio-due-file = Аттестация.xlsx
portfolio-due-caption = Аттестация в этом учебном году
portfolio-due-back = ‹ Управление

# Напоминание об аттестации.
portfolio-reminder-text = <b>Скоро аттестация</b>

    { $post }, категория: { $grade }. Она действует до { $until }, { $days ->
    [0] это сегодня
    [one] остался { $days } день
    [few] осталось { $days } дня
   *[many] осталось { $days } дней
 }.

    В портфолио пока не хватает: { $lacks }.
portfolio-reminder-brief = Категория действует до { $until }, в портфолио ещё не всё.
portfolio-reminder-open = Открыть портфолио

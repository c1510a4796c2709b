methodologist_pool-command-consulting = Я консультирую
methodologist_pool-button = Методический актив
methodologist_pool-which = Чей методический актив открыть?
methodologist_pool-back-admin = ‹ Управление
methodologist_pool-back-list = ‹ Методический актив
methodologist_pool-back-card = ‹ К карточке
methodologist_pool-back-editions = ‹ К спискам
methodologist_pool-outdated = Здесь уже всё изменилось. Вот как сейчас:
methodologist_pool-saved-toast = Записано
methodologist_pool-order = № { $number } от { $day }
methodologist_pool-order-undated = № { $number }

# Список.
methodologist_pool-list-text = <b>Методический актив</b>

    Методистов: <b>{ $members }</b>, кандидатов: { $candidates }.
    Ориентир: 1 методист на { $norm } педагогов. Педагогов записано: { $teachers }, нужно методистов: { $wanted }.
methodologist_pool-list-entry = { $admitted ->
    [yes] { $name }
   *[no] { $name } · кандидат
 }
methodologist_pool-list-add = Добавить
methodologist_pool-list-sheet = Список в XLSX
methodologist_pool-list-paper = Список в DOCX
methodologist_pool-list-public = Для сайта, без дат рождения
methodologist_pool-list-earlier = ‹ Предыдущие
methodologist_pool-list-later = Ещё ›

# Кандидат.
methodologist_pool-add-question = <b>{ $name }</b>

    В методическом активе пока нет. Добавить в кандидаты? Потом можно проверить условия и заполнить карточку.
methodologist_pool-add-yes = Добавить в кандидаты
methodologist_pool-card-title = <b>{ $name }</b>
    { $admitted ->
    [yes] В методическом активе
   *[no] Кандидат в методический актив
 }
methodologist_pool-card-head = { $workplace }
    { $post }
    { $born ->
    [yes] Дата рождения: { $birth }
   *[no] Дата рождения не указана: её добавляет сам человек в профиле
 }
methodologist_pool-card-field = { $field ->
    [basis] Основание
    [order] Приказ
    [term] Срок
    [education] Образование
    [speciality] Специальность
    [courses] Курсы и переподготовка
    [experience] Опыт методической работы
    [direction] Направления
    [subject] Предметы
    [capacity] Заявок одновременно
   *[absence] Не на связи
 }: { $words }
methodologist_pool-card-exception = С оговоркой: { $reason }
methodologist_pool-card-fill = Заполнить
methodologist_pool-card-fields = Все поля
methodologist_pool-card-checks = Условия
methodologist_pool-card-admit = Включить
methodologist_pool-card-demote = В кандидаты
methodologist_pool-card-appoint = Назначить методистом в боте
methodologist_pool-card-person = О человеке
methodologist_pool-card-drop = Убрать
methodologist_pool-admitted-toast = В активе
methodologist_pool-drop-question = Убрать из методического актива: <b>{ $name }</b>?

    Карточка удалится. Утверждённые списки и роль методиста останутся как есть.
methodologist_pool-drop-yes = Да, убрать
methodologist_pool-removed-toast = Убрано

# Семь условий: раздел 3.1 рекомендаций.
methodologist_pool-checks-all = ✓ Все семь условий выполнены.
methodologist_pool-checks-some = ± Условий выполнено: { $met } из { $all }.
methodologist_pool-checks-missing = { $count ->
    [one] Не выполнено <b>{ $count } условие</b>:
    [few] Не выполнено <b>{ $count } условия</b>:
   *[many] Не выполнено <b>{ $count } условий</b>:
 }
methodologist_pool-check-lack = { $check ->
    [workplace] ✗ основное место работы не школа и не дополнительное образование
    [education] ✗ не подтверждено высшее педагогическое образование
    [years] ✗ не подтверждены пять лет педагогического стажа
    [category] ✗ не подтверждена высшая квалификационная категория
    [contribution] ✗ не отмечен вклад в муниципальную систему образования
    [diagnosis] ✗ не подтверждена диагностика профессиональных компетенций
   *[course] ✗ не подтверждены курсы по методическому сопровождению
 }
methodologist_pool-checks-title = <b>{ $name }</b>

    Условия для методического актива
methodologist_pool-check-line = { $verdict ->
    [met] ✓
    [excepted] ±
    [missing] ✗
   *[unknown] ?
 } { $check ->
    [workplace] место работы: школа или дополнительное образование
    [education] высшее педагогическое образование
    [years] педагогический стаж от пяти лет
    [category] высшая квалификационная категория
    [contribution] вклад в муниципальную систему образования
    [diagnosis] пройдена диагностика компетенций
   *[course] пройдены курсы по методическому сопровождению
 }
methodologist_pool-checks-hint = Отметьте то, что подтверждено документами. Место работы, стаж и вклад бот видит сам, если они указаны.
methodologist_pool-check-button = { $check ->
    [workplace] Место работы
    [education] Образование
    [years] Стаж
    [category] Высшая категория
    [contribution] Вклад
    [diagnosis] Диагностика
   *[course] Курсы
 }
methodologist_pool-admit-title = <b>{ $name }</b>

    Пока не выполнено:
methodologist_pool-admit-question = Чтобы всё равно включить, напишите почему. Причина останется в карточке, решение — в журнале доступа.

# Поля и шаги.
methodologist_pool-fields-question = <b>{ $name }</b>

    Что заполнить?
methodologist_pool-field = { $field ->
    [basis] Основание
    [order] Приказ
    [term] Срок
    [education] Образование
    [speciality] Специальность
    [courses] Курсы
    [experience] Опыт
    [background] Вклад
    [direction] Направления
    [subject] Предметы
    [capacity] Сколько заявок
   *[absence] Не на связи
 }
methodologist_pool-step-question = { $field ->
    [basis] На каком основании человек работает в методической службе?
    [order] Номер и дата приказа о включении в актив? Например: № 876 от 03.10.2026
    [term] На какой срок? Выберите учебный год или напишите две даты: 01.09.2026 – 31.08.2027
    [education] Какое образование? Напишите уровень, учебное заведение, год.
    [speciality] Какая специальность по диплому?
    [courses] Какие курсы повышения квалификации и переподготовка пройдены? Напишите одним сообщением.
    [experience] Какой опыт методической работы? Напишите одним сообщением.
    [background] Какой вклад в муниципальную систему образования? Отметьте одно или несколько.
    [direction] { $own ->
        [yes] По каким направлениям Вы работаете?
       *[no] По каким направлениям работает методист?
     } Отметьте одно или несколько.
    [subject] { $own ->
        [yes] По каким предметам Вы консультируете?
       *[no] По каким предметам консультирует методист?
     } Отметьте или напишите название.
    [capacity] { $own ->
        [yes] Сколько заявок Вы готовы вести одновременно?
       *[no] Сколько заявок методист ведёт одновременно?
     } Выберите или напишите число.
   *[absence] { $own ->
        [yes] Когда Вы не на связи?
       *[no] Когда методист не на связи?
     } Напишите две даты: 01.07.2026 – 28.07.2026. Одна дата значит: до этого дня.
 }
methodologist_pool-step-said = Сейчас: { $words }
methodologist_pool-step-skip = Пропустить ›
methodologist_pool-step-next = Дальше ›
methodologist_pool-step-clear = Очистить
methodologist_pool-step-year = Этот учебный год
methodologist_pool-step-fault = { $fault ->
    [long] Слишком длинно: нужно до 500 знаков.
    [backwards] Последний день раньше первого. Проверьте, пожалуйста, даты.
    [buttons] Такого в списке нет. Выберите, пожалуйста, кнопкой.
   *[unreadable] Не получилось разобрать. Напишите, пожалуйста, как в примере.
 }
methodologist_pool-basis = { $basis ->
    [staff] В штате
    [part] По совместительству
   *[contract] По договору
 }

# Своя страница методиста.
methodologist_pool-own-title = <b>Я консультирую</b>
methodologist_pool-own-nothing = <b>Я консультирую</b>

    Отметьте, с чем к Вам приходить: направления, предметы, сколько заявок сразу и когда Вы не на связи.
methodologist_pool-own-begin = Отметить
methodologist_pool-own-back = ‹ Я консультирую

# Списки по учебным годам.
methodologist_pool-editions = Списки по годам
methodologist_pool-editions-none = Утверждённых списков пока нет. Список утверждают приказом на учебный год, обычно в сентябре–октябре.
methodologist_pool-editions-title = <b>Утверждённые списки</b>
methodologist_pool-editions-line = <b>{ $year } учебный год</b>
    { $ordered ->
    [yes] Приказ { $order }
   *[no] Без номера приказа
 }, { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
 }
methodologist_pool-editions-paper = { $year }: открыть DOCX
methodologist_pool-editions-approve = { $again ->
    [yes] Утвердить { $year } заново
   *[no] Утвердить список { $year }
 }
methodologist_pool-approve-question = <b>Список на { $year } учебный год</b>

    { $count ->
    [one] В нём будет { $count } человек
    [few] В нём будут { $count } человека
   *[many] В нём будет { $count } человек
 }, как сейчас в активе. Напишите номер и дату приказа, например: № 876 от 03.10.2026
methodologist_pool-approve-plain = Пока без номера
methodologist_pool-adopted-toast = Список утверждён

# Файлы.
methodologist_pool-sheet-name = Методический актив
methodologist_pool-file-sheet = Методический актив.xlsx
methodologist_pool-file-paper = Методический актив.docx
methodologist_pool-file-public = Методический актив для сайта.docx
methodologist_pool-file-caption = Список методического актива
methodologist_pool-file-toast = Готово
methodologist_pool-paper-annex = Приложение к приказу { $order }
methodologist_pool-paper-title = Список муниципальных методистов
methodologist_pool-paper-year = на { $year } учебный год
methodologist_pool-column = { $column ->
    [number] № п/п
    [name] ФИО
    [birth] Дата рождения
    [education] Уровень образования
    [speciality] Специальность
    [courses] Курсы повышения квалификации, переподготовка
    [workplace] Основное место работы
    [post] Должность
    [experience] Опыт методической работы
    [direction] Направления
    [subject] Предметы
    [basis] Основание
    [order] Приказ
    [term] Срок
   *[consulting] Направления и предметы
 }
methodologist_pool-told = <b>Методический актив:</b> { $admitted ->
    [yes] Вы в активе
   *[no] Вы кандидат
 }{ $known ->
    [yes] . О Вас записано: { $words }.
   *[no] .
 }

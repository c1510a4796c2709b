courses-command-courses = Мои курсы
courses-list-text = <b>Мои курсы</b>

    { $count ->
    [0] Пока ничего нет. Добавьте курсы повышения квалификации или переподготовку: они попадут в портфолио.
    [one] Записан { $count } курс.
    [few] Записаны { $count } курса.
   *[many] Записано { $count } курсов.
 }
courses-list-entry = { $dated ->
    [yes] { $year } · { $title }
   *[no] { $title }
 }
courses-list-earlier = ‹ Предыдущие
courses-list-later = Ещё ›
courses-list-add = Добавить
courses-back-list = ‹ Мои курсы
courses-back-card = ‹ К курсу
courses-too-many = У Вас записано уже сто курсов. Чтобы добавить новый, удалите самый старый.
courses-kinds-question = Что Вы закончили?
courses-kind-button = { $kind ->
    [training] Повышение квалификации
   *[retraining] Переподготовка
 }
courses-kind = { $kind ->
    [training] повышение квалификации
   *[retraining] профессиональная переподготовка
 }
courses-hours = { $hours } ч

# Карточка курса.
courses-course = <b>{ $title }</b>
    { $kind ->
    [training] Повышение квалификации
   *[retraining] Профессиональная переподготовка
 }
courses-field-line = { $field ->
    [provider] Организация
    [hours] Часов
   *[days] Когда
 }: { $words }
courses-fact = { $fact ->
    [register] { $is ->
        [yes] Программа есть в федеральном реестре
       *[no] Программы нет в федеральном реестре
     }
   *[deficit] { $is ->
        [yes] Выбрана по итогам диагностики
       *[no] Выбрана без опоры на диагностику
     }
 }
courses-certificate = { $kept ->
    [yes] Удостоверение приложено
   *[no] Удостоверение не приложено
 }
courses-card-open = Открыть удостоверение
courses-card-drop = Удалить курс
courses-field = { $field ->
    [title] Название
    [provider] Организация
    [hours] Часы
    [days] Даты
    [register] Реестр
    [deficit] Диагностика
   *[certificate] Удостоверение
 }
courses-step-title = <b>{ $title }</b>
courses-step-question = { $field ->
    [title] Как называется программа? Напишите, как в удостоверении.
    [provider] Кто проводил? Напишите организацию.
    [hours] Сколько часов? Выберите или напишите число.
    [days] Когда? Напишите даты: 10.02.2026 – 28.02.2026. Можно только день окончания.
    [register] Программа есть в федеральном реестре?
    [deficit] Вы выбрали этот курс по затруднениям, которые показала диагностика?
   *[certificate] Пришлите фото или файл удостоверения, до 10 МБ.
 }
courses-step-yes = Да
courses-step-no = Нет
courses-step-skip = Пропустить ›
courses-step-next = Дальше ›
courses-step-clear = Очистить
courses-step-fault = { $fault ->
    [long] Слишком длинно: нужно до 300 знаков.
   *[unreadable] Не получилось разобрать. Напишите, пожалуйста, как в примере, или выберите кнопкой.
 }
courses-saved-toast = Записано
courses-drop-question = Удалить курс <b>{ $title }</b> вместе с удостоверением?
courses-drop-yes = Да, удалить
courses-deleted-toast = Удалено
courses-no-certificate = Удостоверения здесь нет.
courses-certificate-caption = Удостоверение: { $title }

# Курсы других людей.
courses-of-button = Курсы
courses-of-text = <b>{ $name }</b>

    { $count ->
    [0] Курсов пока нет.
    [one] { $count } курс
    [few] { $count } курса
   *[many] { $count } курсов
 }
courses-of-certificate = Удостоверение: { $title }
courses-of-back = ‹ К карточке
courses-missing-button = Нет курсов за три года
courses-missing-text = <b>Нет курсов за три года</b>

    { $count ->
    [0] Таких людей нет.
    [one] { $count } человек из { $all }
    [few] { $count } человека из { $all }
   *[many] { $count } человек из { $all }
 }
courses-missing-entry = { $name } · { $school }
courses-missing-sheet = Скачать таблицей
courses-missing-sheet-name = Нет курсов за три года
courses-missing-column = { $column ->
    [name] ФИО
    [school] Организация
    [post] Должность
   *[last] Последние курсы
 }
courses-missing-file = Нет курсов за три года.xlsx
courses-missing-caption = Нет курсов за три года
courses-missing-back = ‹ Управление
courses-sent-toast = Готово
courses-told = <b>Курсы:</b> { $course }

# Курсы списком.
courses-import-button = Загрузить курсы списком
courses-import-text = Пришлите таблицу курсов: XLSX или CSV. Нужны имя и название программы; хорошо, если есть организатор, часы, даты и «в федеральном реестре: да или нет». Порядок колонок любой.

    Сначала я покажу, что изменится.
courses-import-template = Взять образец
courses-import-back = ‹ Назад
courses-import-tab = Курсы
courses-import-file = Курсы, образец.xlsx
courses-import-refused-file = Курсы, что исправить.xlsx
courses-import-caption = { $about ->
    [template] Строка здесь для примера, замените её своими.
   *[refused] В последней колонке сказано, что не так. Исправьте и пришлите этот же файл.
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
courses-import-counts = <b>Проверено, пока ничего не изменилось</b>

    Новых курсов: { $added }
    Уже записаны: { $kept }
    Не подошли: { $refused }
courses-import-row = Строка { $number }: { $reasons }
courses-import-take = { $count ->
    [one] Записать { $count } курс
    [few] Записать { $count } курса
   *[many] Записать { $count } курсов
 }
courses-import-leave = Не нужно
courses-import-fault = { $fault ->
    [unknown] Такого человека здесь нет
    [namesakes] Людей с таким именем несколько, нужна дата рождения
    [birth] Такой даты рождения не бывает
    [title] Нет названия программы
    [hours] Часы не прочитались
    [days] Даты не прочитались
   *[register] О реестре нужно «да» или «нет»
 }
courses-import-done = { $added ->
    [0] Новых курсов не было.
    [one] Записан { $added } курс.
    [few] Записано { $added } курса.
   *[many] Записано { $added } курсов.
 } { $refused ->
    [0] Все строки подошли.
   *[other] Строк, которые нужно исправить: { $refused }.
 }
courses-import-again = Ещё список
courses-import-too-many = Здесь больше двух тысяч строк. Разделите, пожалуйста, таблицу на части.
courses-import-headings = Не нашлось колонок с именем и названием программы. Проверьте заголовки или возьмите образец.

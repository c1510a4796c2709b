questionnaires-list-button = Анкеты
questionnaires-list-text = <b>Анкеты</b>, { $municipality }

    { $count ->
    [0] Здесь можно составить свою анкету: вопросы в таблице, приглашение по кнопке, итоги без имён.
   *[other] ✎ черновик, ● открыта, ✓ закрыта
 }
questionnaires-list-one = { $state ->
    [draft] ✎ { $title }
    [closed] ✓ { $title }
   *[published] ● { $title }
 }
questionnaires-list-new = Новая анкета
questionnaires-choose-text = Чьи анкеты Вы хотите открыть?
questionnaires-back = ‹ Назад

# Таблица с вопросами.
questionnaires-begin-text = <b>Пришлите таблицу с вопросами</b>, XLSX или CSV: одна строка — один вопрос.

    Нужна только колонка «Вопрос». Ещё понимаю «Вид ответа», «Вариант 1», «Вариант 2» и дальше, «Верный ответ», «Пояснение», «Раздел», «Можно пропустить».
questionnaires-begin-template = Шаблон (XLSX)
questionnaires-template-file = Шаблон анкеты.xlsx
questionnaires-template-tab = Вопросы
questionnaires-template-caption = По строке на каждый вид ответа. Замените их своими вопросами и пришлите файл сюда.
questionnaires-template-heading = { $column ->
    [question] Вопрос
    [kind] Вид ответа
    [section] Раздел
    [optional] Можно пропустить
    [right] Верный ответ
   *[explanation] Пояснение
 }
questionnaires-template-choice = Вариант { $number }
questionnaires-template-example = { $row ->
    [single] { $column ->
        [question] Как проходит подготовка к ГИА в Ваших классах?
        [kind] один
        [first] По плану
        [second] С отставанием
        [third] Ещё не началась
       *[other] —
     }
    [several] { $column ->
        [question] Что мешает?
        [kind] несколько
        [optional] да
        [first] Мало часов
        [second] Пропуски учеников
        [third] Нет пособий
        [fourth] Ничего
       *[other] —
     }
    [scale] { $column ->
        [question] Насколько уверенно Вы разбираете задания второй части?
        [kind] шкала
       *[other] —
     }
    [number] { $column ->
        [question] Сколько консультаций Вы провели за четверть?
        [kind] число
       *[other] —
     }
    [words] { $column ->
        [question] О чём рассказать на ближайшем семинаре?
        [kind] слова
        [optional] да
       *[other] —
     }
   *[task] { $column ->
        [question] Сколько экзаменов по выбору сдают в девятом классе?
        [right] Два
        [explanation] Обязательных экзаменов два, и ещё два по выбору.
        [first] Один
        [second] Два
        [third] Три
       *[other] —
     }
 }
questionnaires-sheet-fault = { $fault ->
    [column] Не вижу колонки «Вопрос». Подпишите так колонку с вопросами.
    [empty] Под заголовками нет ни одного вопроса.
    [crowd] В таблице вопросов { $count }, а в анкету входит не больше 60.
   *[sections] Разделов с заданиями слишком много: на диаграмму помещается не больше { $count }.
 }
questionnaires-sheet-rows = { $count ->
    [one] <b>{ $count } строку</b> нужно поправить:
    [few] <b>{ $count } строки</b> нужно поправить:
   *[many] <b>{ $count } строк</b> нужно поправить:
 }
questionnaires-sheet-row = Строка { $number }: { $reason }.
questionnaires-sheet-more = И ещё строк: { $count }.
questionnaires-sheet-again = Исправьте таблицу и пришлите её снова, прямо сюда. Пока ничего не изменилось.
questionnaires-row-fault = { $fault ->
    [no-question] нет вопроса
    [long-question] вопрос длиннее { $most } знаков
    [kind] не знаю такого вида ответа; бывают: один, несколько, шкала, число, слова
    [too-few] нужно хотя бы два варианта
    [too-many] вариантов больше { $most }
    [long-choice] вариант длиннее { $most } знаков, на кнопку не поместится
    [same] два варианта одинаковы
    [right] верного ответа нет среди вариантов
    [right-alone] верный ответ есть, а вариантов нет
    [long-section] название раздела длиннее { $most } знаков
   *[long-explanation] пояснение длиннее { $most } знаков
 }

# Карточка анкеты.
questionnaires-title-default = Анкета методической службы
questionnaires-about-default = Несколько вопросов от методической службы.
questionnaires-card-head = <b>{ $title }</b>
    { $about }

    Вопросов: { $questions }{ $tasks ->
    [0] { "" }
   *[other] , с верным ответом: { $tasks }
 }
questionnaires-card-state = { $state ->
    [draft] Черновик: его никто не видит.
    [closed] Анкета закрыта. Ответы сохранены.
    [changed] Анкета открыта. В черновике есть изменения, люди их пока не видят.
   *[published] Анкета открыта: её видят все педагоги муниципалитета в разделе «Диагностика».
 }
questionnaires-card-progress = Приглашено: { $invited }. Начали: { $begun }. Прошли: { $finished }.
questionnaires-card-reminded = Последнее напоминание: { $day }.
questionnaires-card-unsaid = { $state ->
    [held] Придержано писем: { $count }. Не уйдут, пока Вы не отпустите.
    [due] Ещё уйдёт писем: { $count }, ближайшее { $at }.
   *[now] Готовятся письма: { $count }.
 }
questionnaires-card-hold = Придержать письма
questionnaires-card-release = Отпустить письма
questionnaires-card-withdraw = Отменить
questionnaires-withdrawing-text = Отменить письма об анкете <b>«{ $title }»</b>, которые ещё не ушли? Их { $count }. Кто не успел получить приглашение, приглашённым считаться не будет.
questionnaires-withdrawing-yes = Да, отменить
questionnaires-withdrawn-toast = Отменено: { $count }
questionnaires-upcoming = Анкета «{ $title }»: { $count }
questionnaires-card-invite = Пригласить
questionnaires-card-remind = Напомнить тем, кто не прошёл ({ $count })
questionnaires-card-results = Итоги
questionnaires-card-publish = { $state ->
    [draft] Опубликовать
    [closed] Открыть снова
   *[published] Опубликовать изменения
 }
questionnaires-card-preview = Посмотреть, как на телефоне
questionnaires-card-title = Название
questionnaires-card-about = Описание
questionnaires-card-replace = Другая таблица
questionnaires-card-close = Закрыть
questionnaires-card-delete = Удалить
questionnaires-words-text = { $part ->
    [title] Как назвать анкету? До { $most } знаков.
   *[about] Напишите одно предложение: о чём анкета и зачем она. До { $most } знаков.
 }

    Сейчас: { $now }
questionnaires-words-long = { $count ->
    [0] Здесь нужны слова.
   *[other] Получилось { $count }, а помещается { $most } знаков. Сократите, пожалуйста.
 }
questionnaires-published-toast = Анкета открыта
questionnaires-closed-toast = Анкета закрыта
questionnaires-deleted-toast = Черновик удалён
questionnaires-closing-text = Закрыть анкету <b>«{ $title }»</b>? Новых ответов не будет, но кто начал, сможет закончить. Итоги останутся.
questionnaires-closing-stay = ‹ Не закрывать
questionnaires-closing-close = Закрыть анкету
questionnaires-not-on-offer = Анкета сейчас закрыта. Опубликуйте её, и можно будет приглашать.

# Приглашения.
questionnaires-audience-text = Кого пригласить пройти <b>«{ $title }»</b>? Кто уже приглашён, второго сообщения не получит.
questionnaires-audience-rough = По затруднениям пригласить не получится: число приглашённых выдало бы тех, кого меньше десяти. Выберите людей по школе, предмету или должности.
questionnaires-audience-invite = { $count ->
    [one] Пригласить { $count } человека
    [few] Пригласить { $count } человек
   *[many] Пригласить { $count } человек
 }
questionnaires-audience-change = Изменить, кого
questionnaires-invited-toast = { $count ->
    [0] Все они уже приглашены
   *[other] Приглашено: { $count }
 }
questionnaires-reminded-toast = Напомним: { $count }
questionnaires-reminded-today = Об этой анкете сегодня уже напоминали. Напомнить ещё раз можно завтра.
questionnaires-letter-text = { $kind ->
    [reminder] <b>Анкета ждёт Вас</b>: «{ $title }»
   *[invitation] <b>Просим ответить на анкету</b>: «{ $title }»
 }

    { $about }

    Это займёт около { $minutes } мин.
questionnaires-letter-brief = Анкета «{ $title }»
questionnaires-letter-open = Открыть анкету
questionnaires-told-invited = Вас приглашали пройти анкету «{ $title }».

# Слова внутри анкеты, если таблица их не говорит.
questionnaires-promise = Координатор увидит ответы только вместе с другими, от десяти человек и без имён.
questionnaires-section = Вопросы
questionnaires-scale-hint = 1 — совсем нет, 5 — полностью да
questionnaires-level-title = { $place ->
    [low] Стоит разобрать
    [middle] Хорошая основа
   *[high] Уверенно
 }
questionnaires-level-text = { $place ->
    [low] Здесь верных ответов пока меньше половины. Разберите пояснения: так быстрее всего.
    [middle] Больше половины ответов верны. Посмотрите, где были ошибки.
   *[high] Почти всё верно.
 }
questionnaires-next-step = Откройте разбор заданий и спросите методиста о том, что осталось неясным.
questionnaires-strength = Вы хорошо в этом разбираетесь.
questionnaires-right = Верный ответ:

# Итоги.
questionnaires-results-few = Пока прошли: { $finished }. Итоги появятся, когда ответят { $least } человек: так никто не узнает, кто что ответил.
questionnaires-results-head = <b>{ $title }</b>
    Вопрос { $place } из { $count }. Учтены ответы первых { $counted } человек.
questionnaires-results-question = <b>{ $question }</b>
questionnaires-results-answered = { $count ->
    [0] Пока никто не ответил.
    [one] Ответил { $count } человек.
    [few] Ответили { $count } человека.
   *[many] Ответили { $count } человек.
 }
questionnaires-results-choice = { $choice } — { $count } ({ $percent } %)
    { $bar }
questionnaires-results-numbers = Меньше всего: { $least }, в середине: { $middle }, больше всего: { $greatest }.
questionnaires-results-words = Все ответы есть в таблице, вот некоторые:
questionnaires-results-written = — { $words }
questionnaires-results-hidden = Ответы видны, когда их не меньше { $least }.
questionnaires-results-earlier = ‹ Вопрос
questionnaires-results-later = Вопрос ›
questionnaires-results-picture = Картинкой
questionnaires-results-table = Таблицей
questionnaires-results-caption = Ответы первых { $counted } человек, без имён.
questionnaires-table-file = Итоги анкеты.xlsx
questionnaires-table-tab = { $tab ->
    [figures] Итоги
   *[words] Ответы словами
 }
questionnaires-table-heading = { $column ->
    [question] Вопрос
    [answer] Ответ
    [people] Человек
   *[percent] %
 }
questionnaires-table-number = { $which ->
    [least] меньше всего: { $number }
    [middle] в середине: { $number }
   *[greatest] больше всего: { $number }
 }

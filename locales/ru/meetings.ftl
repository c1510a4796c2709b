meetings-command-meetings = Встречи
meetings-command-meeting = Созвать встречу
meetings-out-of-sight = Этой встречи здесь нет или она Вам недоступна. Вот где Вы сейчас:
meetings-back = ‹ Встреча
meetings-back-called = ‹ Созванные
meetings-back-mine = ‹ Мои встречи
meetings-page-earlier = ‹ Раньше
meetings-page-later = Дальше ›
meetings-kind-gone = Встреча
meetings-kind-numbered = { $kind } № { $number }

# Что, когда и где.
meetings-head-kind = <b>{ $kind }</b>
meetings-head-title = <b>{ $title }</b>
    { $kind }
meetings-head-when = Когда: <b>{ $at }</b>
meetings-head-place = Где: { $place }
meetings-head-link = Ссылка: { $address }
meetings-agenda-head = <b>Повестка</b>
meetings-agenda-line = { $spoken ->
    [yes] { $number }. { $topic } — { $speaker }
   *[no] { $number }. { $topic }
 }
meetings-when-day = { $weekday ->
    [mon] понедельник
    [tue] вторник
    [wed] среда
    [thu] четверг
    [fri] пятница
    [sat] суббота
   *[sun] воскресенье
 }, { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
 } { $year } года
meetings-when-month = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
 } { $year }
meetings-when-weekday = { $weekday ->
    [mon] пн
    [tue] вт
    [wed] ср
    [thu] чт
    [fri] пт
    [sat] сб
   *[sun] вс
 }
meetings-when-question = { $moves ->
    [yes] <b>На когда перенести?</b>
   *[no] <b>Когда встреча?</b>
 }
meetings-when-fault = { $why ->
    [day] Такого дня в календаре нет. Напишите ещё раз, например «25 ноября в 15».
    [time] Такого времени не бывает. Напишите ещё раз, например «25 ноября в 15:30».
    [past] Это время уже прошло. Напишите, когда встреча, например «завтра в 15».
    [ends] Конец раньше начала. Напишите ещё раз, например «25.11 15:00–16:30».
    [weekday] Этот день — другой день недели: { $weekday }. Напишите ещё раз, что верно.
   *[unreadable] Не понимаю, когда это. Напишите, например, «завтра в 15», «25.11 10:00–11:30» или «23–27.01».
 }
meetings-calendar-hint = Выберите день или напишите: «завтра в 15», «пт 10:30–12», «23–27.01». Часовой пояс: { $zone }.

    <b>{ $month }</b>
meetings-calendar-time = <b>{ $day }</b>

    Во сколько? Можно и написать, например «15:20–16:40».
meetings-calendar-all-day = Весь день
meetings-calendar-back = ‹ Другой день
meetings-calendar-earlier = ‹ Раньше
meetings-calendar-later = Позже ›

# Начало.
meetings-home-text = <b>Созвать встречу</b>, { $place }

    Что это будет?
meetings-home-again = ↻ Как в прошлый раз: { $name }
meetings-home-place = От кого: { $place }
meetings-home-called = Созванные мной

# План встреч на год.
meetings-home-year = План из таблицы
meetings-year-back = ‹ Созвать встречу
meetings-year-text = <b>План встреч</b>, { $place }

    Пришлите таблицу (XLSX или CSV), одна строка — одна встреча. Нужны колонки «Дата» и «Название» или «Вид», остальное по желанию. Даты — как пишете обычно: «23–27.01», «25 ноября», «30.01–03.02.27».

    Сначала покажу, что получится, и никого не позову.
meetings-year-template = Шаблон таблицы
meetings-year-tab = План
meetings-year-kinds = Виды встреч
meetings-year-refused = Вернулись
meetings-year-answer = Что исправить
meetings-year-column = { $column ->
    [kind] Вид
    [title] Название
    [days] Дата
    [time] Время
    [place] Где
    [agenda] Повестка
    [subject] Предмет
    [open] Могут прийти и другие
   *[notice] Приглашения
 }
meetings-year-example = { $row ->
    [session] { $column ->
        [kind] Методический совет
        [title] Итоги первой четверти
        [days] 25 ноября
        [time] 15:00–16:30
        [place] Актовый зал
        [agenda] Итоги срезов — Иванова А. П.; Школьный этап олимпиады
       *[other] {""}
     }
    [week] { $column ->
        [kind] Предметная неделя
        [title] Неделя математики
        [days] 25–29.01
        [subject] Математика
        [open] да
       *[other] {""}
     }
   *[seminar] { $column ->
        [kind] Семинар
        [title] Особенности современного подростка
        [days] 8 апреля
        [time] 14:00
        [place] https://example.ru/seminar
       *[other] {""}
     }
 }
meetings-year-file = { $which ->
    [template] План встреч, шаблон.xlsx
    [refused] План встреч, исправить.xlsx
   *[called] План встреч.xlsx
 }
meetings-year-caption = { $which ->
    [template] Замените примеры своими встречами и пришлите таблицу сюда.
    [refused] Эти строки я не смогу созвать: что исправить, написано в последней колонке. Поправьте и пришлите.
   *[called] Ваш план: что, когда и в какой день уйдут приглашения.
 }
meetings-year-too-many = В плане может быть до { $most } встреч. Разделите его на две таблицы.
meetings-year-headings = Не нахожу колонок: нужны «Дата» и «Название» или «Вид». Возьмите шаблон и пришлите таблицу ещё раз.
meetings-year-counts = <b>Проверил, пока никого не зову.</b>

    Новых встреч: { $added }{ $kept ->
        [0] {""}
       *[other] , уже созваны: { $kept }
    }{ $refused ->
        [0] .
       *[other] , исправить: { $refused }.
    }
meetings-year-line = · { $name }
meetings-year-more = … и ещё { $count }
meetings-year-row = Строка { $number }: { $reasons }
meetings-year-fault = { $fault ->
    [kind] такого вида встреч нет, виды — на втором листе шаблона
    [title] нет названия, или оно длиннее 120 знаков
    [no-day] такого дня в календаре нет
    [no-time] такого времени не бывает
    [past] этот день уже прошёл
    [ends] конец раньше начала
    [weekday] это другой день недели
    [place] место длиннее 200 знаков
    [agenda] в повестке больше 15 вопросов, или вопрос длиннее 200 знаков
    [number] номер — это число от 1 до 999
    [subject] такого предмета нет
   *[day] нужен день, например «25 ноября» или «23–27.01»
 }
meetings-year-take = { $count ->
    [one] Созвать { $count } встречу
    [few] Созвать { $count } встречи
   *[many] Созвать { $count } встреч
 }
meetings-year-other = Другая таблица
meetings-year-toast = Созваны
meetings-year-now = сейчас
meetings-year-done = { $count ->
    [one] <b>{ $count } встреча в плане.</b>
    [few] <b>{ $count } встречи в плане.</b>
   *[many] <b>{ $count } встреч в плане.</b>
 } Приглашения уйдут не сразу, а заранее, перед каждой: дни — в таблице ниже.{ $soon ->
    [0] {""}
   *[other] {" "}Зову уже сейчас: { $soon }.
 }{ $refused ->
    [0] {""}
   *[other] {" "}Строк, которые надо исправить: { $refused }.
 }
meetings-host-notice = Приглашения уйдут: <b>{ $at }</b>
meetings-host-call-now = Позвать сейчас

# Правило квартала.
meetings-gap-text = { $round ->
    [first] <b>«{ $kind }»: { $quarter ->
        [1] в первом
        [2] во втором
        [3] в третьем
       *[other] в четвёртом
    } квартале пока ничего не назначено.</b>
   *[last] <b>«{ $kind }»: { $quarter ->
        [1] в первом
        [2] во втором
        [3] в третьем
       *[other] в четвёртом
    } квартале всё ещё ничего не назначено.</b>
 }

    Собираться положено не реже раза в квартал. Удобно успеть до такого дня: { $by }. Номер, тему и людей я уже подставлю, останется сказать, когда.
meetings-gap-brief = «{ $kind }»: { $quarter ->
        [1] в первом
        [2] во втором
        [3] в третьем
       *[other] в четвёртом
    } квартале ничего не назначено
meetings-gap-call = Созвать: { $kind }

# Уровень, формат, материалы, выступления.
meetings-head-terms = { $form ->
    [online] Онлайн
    [both] Очно и онлайн
   *[offline] Очно
 }{ $level ->
    [regional] , региональный уровень
    [federal] , федеральный уровень
   *[municipal] {""}
 }
meetings-fields-button = Формат и материалы
meetings-fields-back = ‹ Формат и материалы
meetings-fields-text = <b>Формат и материалы</b>

    Нажмите, чтобы изменить. Формат бот понимает сам по месту и ссылке. О том, что здесь меняется, никому не пишу.
meetings-fields-level = { $level ->
    [regional] Уровень: региональный
    [federal] Уровень: федеральный
   *[municipal] Уровень: муниципальный
 }
meetings-fields-form = { $form ->
    [online] Формат: онлайн
    [both] Формат: очно и онлайн
   *[offline] Формат: очно
 }
meetings-fields-speakers = { $sought ->
    [yes] ☑ Ищем вопросы и выступления
   *[no] ☐ Ищем вопросы и выступления
 }
meetings-fields-materials = { $count ->
    [0] Материалы
   *[other] Материалы: { $count }
 }
meetings-fields-wishes = Вопросы и выступления
meetings-material-line = { $of ->
    [link] · { $title }: { $link }
   *[file] · { $title }
 }
meetings-materials-question = <b>Материалы встречи</b>

    { $count ->
        [0] Пришлите файлы или ссылки, по одному сообщению: презентацию, запись, задания.
       *[other] Пришлите ещё или разошлите. Их видит каждый, кого звали.
    }
meetings-materials-share = Разослать приглашённым
meetings-materials-drop = ✕ { $title }
meetings-materials-fault = Жду файл или ссылку, которая начинается с https://.
meetings-materials-too-many = У встречи может быть до { $most } материалов. Уберите лишнее и пришлите ещё раз.
meetings-share-early = Рассылать пока некому: людей ещё не звали, или встреча отменена.
meetings-share-toast = Рассылаю
meetings-papers-text = <b>Материалы встречи</b>
meetings-shared-text = { $count ->
    [one] К встрече «{ $name }» есть { $count } материал.
    [few] К встрече «{ $name }» есть { $count } материала.
   *[many] К встрече «{ $name }» есть { $count } материалов.
 }
meetings-shared-open = Получить материалы
meetings-card-papers = { $count ->
    [one] { $count } материал
    [few] { $count } материала
   *[many] { $count } материалов
 }
meetings-card-record = Что решили
meetings-card-wish = { $wish ->
    [question] Приду с вопросом
   *[talk] Выступлю
 }
meetings-wish-question = { $wish ->
    [question] С каким вопросом придёте? Напишите в нескольких словах, и к нему подготовятся.
   *[talk] О чём расскажете? Напишите тему и сколько минут нужно.
 }
meetings-wish-thanks = { $wish ->
    [question] Передам вопрос.
   *[talk] Передам. С Вами свяжутся.
 }
meetings-wish-late = На этой встрече вопросы и выступления больше не собирают.
meetings-wishes-text = { $count ->
    [0] <b>Вопросы и выступления</b>: пока ничего нет.
   *[other] <b>Вопросы и выступления</b>: { $count }
 }
meetings-wishes-line = { $wish ->
    [question] Вопрос
   *[talk] Выступление
 }: { $name }
    { $words }
meetings-wishes-more = Остальное — в таблице.
meetings-record-text = <b>Что решили</b>
meetings-record-point = <b>{ $topic }</b>
meetings-record-line = · { $words }
meetings-table-about = О встрече
meetings-table-about-column = { $column ->
    [what] Что
   *[said] Сказано
 }
meetings-table-about-line = { $what ->
    [title] Встреча
    [when] Когда
    [terms] Формат
    [question] Вопрос
   *[talk] Выступление
 }

# Поиск по времени и предмету.
meetings-ahead-week = { $count ->
    [one] На этой неделе { $count } встреча.
    [few] На этой неделе { $count } встречи.
   *[many] На этой неделе { $count } встреч.
 }
meetings-ahead-month = По месяцам
meetings-ahead-subjects = По предметам
meetings-around-text = <b>Встречи: { $month }</b>
meetings-around-week = <i>{ $from }–{ $to }</i>
meetings-around-line = { $at } { $name }
meetings-around-empty = В этом месяце встреч нет.
meetings-subjects-text = { $count ->
    [0] Встреч для одного предмета впереди нет.
   *[other] <b>Встречи по предметам</b>
 }
meetings-subjects-entry = { $title }: { $count }
meetings-subjects-back = ‹ Предметы
meetings-subject-text = <b>Встречи: { $title }</b>

# Черновик.
meetings-title-question = <b>{ $kind }</b>

    Как назвать? Напишите тему в одну строку.
meetings-title-untitled = Просто «{ $kind }»
meetings-title-too-long = В названии может быть до { $most } знаков, а здесь { $count }. Напишите короче.
meetings-compose-title = <b>Новая встреча</b>. Пока её видите только Вы.
meetings-compose-no-time = Когда: пока не сказано
meetings-compose-call = Созвать
meetings-compose-when = Когда
meetings-compose-place = Где
meetings-compose-audience = Кого зовём
meetings-compose-agenda = Повестка
meetings-compose-more = Ещё
meetings-compose-drop = Удалить
meetings-terms-seats = Мест: { $seats }
meetings-terms-until = Ответы до: { $at }
meetings-terms-open = Открытая: могут прийти и другие
meetings-more-text = <b>Ещё о встрече</b>
meetings-more-title = Название
meetings-more-seats = { $limited ->
    [yes] Мест: { $seats }
   *[no] Мест: сколько угодно
 }
meetings-more-until = До какого времени отвечать
meetings-more-open = { $open ->
    [yes] ☑ Могут прийти и другие
   *[no] ☐ Могут прийти и другие
 }
meetings-place-question = Где встречаемся? Напишите адрес и кабинет, ссылку или то и другое в одной строке.
meetings-place-too-long = Место описывают до { $most } знаков, а здесь { $count }. Напишите короче.
meetings-agenda-question = Напишите повестку, каждый вопрос с новой строки. Докладчика — после тире:

    <i>Итоги ВПР — Иванова А. П.</i>
meetings-agenda-too-long = В повестке может быть до { $items } вопросов по { $most } знаков. Напишите короче.
meetings-seats-question = Сколько мест? Напишите число. Когда места кончатся, желающие встанут в очередь.
meetings-seats-unlimited = Сколько угодно
meetings-seats-fault = Нужно целое число от 1 до { $most }. Напишите ещё раз.
meetings-until-question = До какого времени люди могут ответить? Напишите, например, «завтра в 18».
meetings-until-late = Это позже начала встречи. Напишите время до неё.
meetings-no-time = Сначала скажите, когда встреча.
meetings-past = Это время уже прошло. Выберите другое.
meetings-by-area = На встречу зовут по именам, а людей с общим затруднением мы по именам не называем. Выберите других: по школе, предмету или объединению.
meetings-called-already = Люди уже созваны. Изменить время и место можно на карточке встречи.
meetings-begun-already = Эта встреча уже началась, прошла или отменена.
meetings-confirm-question = Созвать людей?
meetings-confirm-call = { $count ->
    [one] Да, созвать { $count } человека
    [few] Да, созвать { $count } человек
   *[many] Да, созвать { $count } человек
 }
meetings-confirm-changed = Пока Вы смотрели, число людей изменилось. Посмотрите ещё раз:
meetings-called-word = { $count ->
    [one] Зову { $count } человека. Ответы появятся здесь.
    [few] Зову { $count } человек. Ответы появятся здесь.
   *[many] Зову { $count } человек. Ответы появятся здесь.
 }

# Карточка того, кто созвал.
meetings-host-coming = Будут: <b>{ $coming }</b> из { $all }
meetings-host-seats = Будут: <b>{ $coming }</b>, мест { $seats }
meetings-host-count = { $reply ->
    [offered] Предложено место: { $count }
    [waiting] В очереди: { $count }
    [unsure] Пока не знают: { $count }
    [declined] Не смогут: { $count }
   *[silent] Не ответили: { $count }
 }
meetings-host-not-kept = Тот, кто созвал встречу, больше этого не делает. Пока её никто не возьмёт на себя, тех, кто ещё не знает о ней, я не зову.
meetings-host-take-over = Взять на себя
meetings-host-people = Кто придёт
meetings-host-table = Таблица (XLSX)
meetings-host-move = Перенести
meetings-host-cancel = Отменить
meetings-host-seats-button = Места
meetings-host-code = Код для входа
meetings-host-attendance = Отметить
meetings-host-refresh = Обновить
meetings-moving-question = Сообщить всем, кого звали, и спросить ещё раз?
meetings-moving-yes = Да, сообщить
meetings-moving-toast = Сообщаю
meetings-change-when = Было: { $before }
    Стало: <b>{ $after }</b>
meetings-change-zone = Когда: <b>{ $after }</b>
meetings-change-place = Место было: { $before }
    Место стало: <b>{ $after }</b>
meetings-cancel-question = Отменить «{ $name }»? Все, кого звали, узнают об этом, напоминаний больше не будет.
meetings-cancel-yes = Да, отменить
meetings-people-text = <b>Кто придёт</b>, всего в списке: { $count }
meetings-people-line = { $reply ->
    [coming] ✓
    [offered] ⏳
    [waiting] ⏳
    [unsure] ?
    [declined] ✕
   *[silent] ·
 } { $name }, { $school }{ $said ->
    [yes] : { $reason }
   *[no] {""}
 }
meetings-table-text = Это личные данные: не пересылайте таблицу тем, кому она не нужна.
meetings-table-sheet = Участники
meetings-table-file = Участники.xlsx
meetings-table-visitor = гость
meetings-table-column = { $column ->
    [name] ФИО
    [school] Школа
    [reply] Ответ
    [reason] Почему
    [part] Кем
    [award] Итог
    [counted] В отчёт
   *[attended] Отмечен приход
 }
meetings-table-reply = { $reply ->
    [coming] будет
    [offered] предложено место
    [waiting] в очереди
    [unsure] пока не знает
    [declined] не сможет
   *[silent] нет ответа
 }

# День встречи.
meetings-code-text = Код для входа: <b>{ $code }</b>

    Покажите его в зале или включите картинку на экране. Код действует от получаса до начала до получаса после конца.
meetings-code-closed = Код появится за полчаса до начала.
meetings-code-caption = Наведите камеру телефона: бот отметит, что Вы здесь.
meetings-door-closed = Отметиться можно от получаса до начала до получаса после конца встречи.
meetings-here-question = Напишите четыре цифры, которые показывают в зале.
meetings-here-wrong = { $tries ->
    [left] Код не тот. Посмотрите на экран в зале ещё раз.
   *[none] Попыток больше нет. Попросите отметить Вас того, кто ведёт встречу.
 }
meetings-attendance-text = <b>Кто пришёл</b>: { $there }, гостей: { $visitors }

    Нажмите на имя, чтобы отметить или снять отметку.
meetings-attendance-entry = { $ticked ->
    [yes] ☑ { $name }
   *[no] ☐ { $name }
 }
meetings-attendance-visitors = Гости
meetings-attendance-early = Отмечать можно от получаса до начала.
meetings-visitors-question = Кто пришёл из тех, кого нет в боте? Напишите имена, каждое с новой строки. Чтобы убрать имя, напишите его ещё раз.
meetings-visitors-too-many = Гостей можно записать до пятидесяти.

# Кто кем был, сертификаты, выписки.
meetings-host-parts = Кто кем был
meetings-host-certificates = Сертификаты
meetings-parts-text = { $count ->
    [0] <b>Кто кем был</b>

        Пока никто не отмечен. Сначала отметьте, кто пришёл.
   *[other] <b>Кто кем был</b>

        Докладчиков из повестки и ведущего я уже отметил. Нажмите на имя, чтобы изменить.
 }
meetings-parts-count = { $part }: { $count }{ $counted ->
    [yes] {""}
   *[no] {" "}(не для отчёта)
 }
meetings-parts-entry = { $name }: { $part }
meetings-parts-stage = { $said ->
    [yes] Этап: { $stage }
   *[no] Какой это этап?
 }
meetings-parts-back = ‹ Кто кем был
meetings-mark-question = <b>{ $name }</b>

    Что отметить?
meetings-mark-entry = { $chosen ->
    [yes] ✓ { $title }
   *[no] { $title }
 }
meetings-stages-question = Какой это этап конкурса?
meetings-certificates-text = <b>Сертификаты</b>

    Отмечено на встрече: { $there }, сертификат уже есть: { $given }. Каждому придёт письмо с документом, он же останется в портфолио.
meetings-certificates-all = { $count ->
    [one] Выдать { $count } сертификат
    [few] Выдать { $count } сертификата
   *[many] Выдать { $count } сертификатов
 }
meetings-certificates-part = Только { $part }: { $count }
meetings-certificates-toast = { $count ->
    [one] { $count } сертификат уходит
    [few] { $count } сертификата уходят
   *[many] { $count } сертификатов уходят
 }
meetings-certificate-name = Сертификат.docx
meetings-certificate-text = Ваш сертификат: «{ $name }». Он есть и в портфолио.
meetings-certificate-again = Сертификат (DOCX)
meetings-attended-button = Встречи и сертификаты
meetings-attended-text = { $count ->
    [0] Здесь появятся встречи, на которых Вас отметили, и сертификаты.
   *[other] <b>Где Вы были</b>

        Со знаком ★ — встречи, за которые есть сертификат.
 }
meetings-told-attended = <b>Встреча:</b> { $words }
meetings-attended-entry = { $certified ->
    [yes] ★ { $words }
   *[no] { $words }
 }
meetings-minutes-extracts = Разослать выписки
meetings-extracts-sent = { $count ->
    [0] Выписки никому не ушли.
   *[other] Выписки уходят: { $names }.
 }
meetings-extracts-strangers = Не нашлись среди приглашённых: { $names }.
meetings-extract-of = { $numbered ->
    [yes] из протокола № { $number }
   *[no] из протокола
 }
meetings-extract-name = Выписка.docx
meetings-extract-text = Решение встречи «{ $name }» касается Вас, вот выписка.
meetings-table-yes = да

# Список из видеозвонка.
meetings-attendance-online = Список из звонка
meetings-online-question = Пришлите список участников видеозвонка: файл XLSX или CSV либо имена сообщением, каждое с новой строки. Сначала покажу, кого узнал.
meetings-online-empty = Здесь нет имён. Пришлите список ещё раз: каждое имя с новой строки или в столбце «Имя».
meetings-online-back = ‹ Отметить
meetings-online-found = <b>Узнал сразу: { $sure }</b>{ $unsure ->
    [0] {""}
   *[other] . Похожи, но не уверен: { $unsure }. Нажмите на тех, кто это и есть.
 }
meetings-online-unknown = Таких среди приглашённых нет ({ $count }): { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
 }
meetings-online-unsure = { $chosen ->
    [yes] ☑ { $typed } — это { $name }
   *[no] ☐ { $typed } — это { $name }
 }
meetings-online-visitors = { $chosen ->
    [yes] ☑ Остальных записать гостями: { $count }
   *[no] ☐ Остальных записать гостями: { $count }
 }
meetings-online-take = Отметить: { $count }
meetings-online-toast = Отмечено: { $count }

# Открытые уроки и их анализ.
meetings-lessons-button = Открытые уроки
meetings-lessons-text = { $count ->
    [0] Открытых уроков пока не объявлено.
   *[other] <b>Открытые уроки</b>

        Нажмите на урок, чтобы записаться. После урока там же можно заполнить анализ.
 }
meetings-lessons-host = <b>{ $host }</b>
meetings-lessons-line = { $days } «{ $name }»
meetings-sheets-button = Анализ урока
meetings-sheets-early = Анализ заполняют, когда урок начался.
meetings-sheets-text = <b>Анализ урока «{ $name }»</b>

    { $count ->
        [0] Здесь появится анализ. Его видят только тот, кто вёл урок, автор и тот, кто сопровождает учителя. Заполнить может тот, кто отмечен на уроке.
       *[other] Анализ видят только тот, кто вёл урок, автор и тот, кто сопровождает учителя.
    }
meetings-sheets-begin = Заполнить анализ
meetings-sheets-entry = { $finished ->
    [yes] { $author }
   *[no] ✎ { $author }
 }
meetings-sheets-back = ‹ Анализ урока
meetings-sheet-back = К листу
meetings-sheet-question = <b>{ $number } из { $all }.</b> { $title }{ $scale ->
    [yes] {""}
   *[no] {" "}Напишите пару слов.
 }
meetings-sheet-scale = { $answer ->
    [yes] да
    [partly] отчасти
   *[no] нет
 }
meetings-sheet-press = Здесь отвечают кнопкой: «да», «отчасти» или «нет».
meetings-sheet-text = <b>Анализ урока «{ $name }»</b>
    Урок: { $teacher }
    Автор: { $author }{ $finished ->
        [yes] {""}
       *[no] {""}

        Пока виден только Вам. Коллега увидит, когда нажмёте «Готово».
    }
meetings-sheet-answer = { $title }
    <b>{ $answer }</b>
meetings-sheet-go-on = Отвечать
meetings-sheet-finish = Готово
meetings-sheet-finished = Этот анализ уже закончен.
meetings-sheet-empty = Сначала ответьте хотя бы на один вопрос.
meetings-sheet-toast = Коллега увидит анализ
meetings-sheet-keep = { $kept ->
    [yes] ☑ В портфолио
   *[no] ☐ В портфолио
 }
meetings-sheet-paper = Документ (DOCX)
meetings-sheet-name = Анализ урока.docx
meetings-sheet-title = АНАЛИЗ УРОКА
meetings-sheet-line = { $part ->
    [day] Дата: { $said }
    [teacher] Учитель: { $said }
   *[author] Анализ подготовлен: { $said }
 }
meetings-sheet-column = { $column ->
    [number] №
    [question] На что смотрели
   *[answer] Наблюдение
 }
meetings-sheet-kept = { $days }, «{ $name }», анализ: { $author }
meetings-sheet-told = Готов анализ Вашего урока «{ $name }». Автор: { $author }.
meetings-sheet-open = Посмотреть

# Карточка того, кого зовут.
meetings-card-own-time = По Вашим часам: { $at }
meetings-card-cancelled = <b>Встреча отменена.</b>
meetings-card-attended = Вы здесь, приход отмечен.
meetings-card-asked = Вы придёте? Ответить можно до: { $at }
meetings-card-late = Ответы больше не принимаются.
meetings-card-offered = Для Вас освободилось место. Оно Ваше, если ответите до: <b>{ $at }</b>
meetings-card-standing = { $reply ->
    [coming] Вы придёте.
    [waiting] Свободных мест нет, Вы в очереди. Как только место освободится, я напишу.
    [unsure] Вы пока не знаете.
    [declined] Вы не сможете прийти.
    [offered] Для Вас освободилось место.
   *[silent] Ответа пока нет.
 }
meetings-card-clash = В это же время: «{ $names }».
meetings-card-say = { $said ->
    [coming] { $chosen ->
        [yes] ✓ Буду
       *[no] Буду
     }
    [declined] { $chosen ->
        [yes] ✓ Не смогу
       *[no] Не смогу
     }
   *[unsure] { $chosen ->
        [yes] ✓ Пока не знаю
       *[no] Пока не знаю
     }
 }
meetings-card-file = 📅 В календарь
meetings-card-link = Войти по ссылке
meetings-card-why = Сказать почему
meetings-card-here = Я здесь
meetings-why-question = Почему не получится? Напишите коротко. Увидит только тот, кто созвал.
meetings-why-thanks = Передам.
meetings-reply-toast = { $reply ->
    [coming] Ждём Вас
    [waiting] Мест нет, Вы в очереди
    [declined] Жаль. Записано
   *[unsure] Хорошо, спрошу позже
 }
meetings-late-toast = Ответы уже не принимаются
meetings-not-invited = На эту встречу зовут по списку. Если хотите прийти, напишите тому, кто её проводит.
meetings-file-name = Встреча.ics
meetings-file-caption = { $cancelled ->
    [yes] Откройте файл, и календарь телефона уберёт встречу.
   *[no] Откройте файл, и календарь телефона запомнит встречу.
 }

# Письма.
meetings-letter-open = Открыть встречу
meetings-notice-intro = Вас зовут на встречу. Созывает: { $host }.
meetings-notice-brief = Вас зовут: «{ $name }», { $at }
meetings-moved-intro = <b>«{ $name }»: изменения</b>
meetings-moved-question = { $asked ->
    [coming] Вы собирались прийти. Получится? Если нет, скажите об этом ниже.
    [waiting] Вы остаётесь в очереди.
   *[others] Получится прийти?
 }
meetings-moved-brief = Изменилось: «{ $name }», { $at }
meetings-cancelled-brief = Встреча отменена: «{ $name }», { $at }
meetings-reminder-intro = { $far ->
    [soon] Скоро встреча:
    [day] Напоминаю, встреча уже близко:
   *[week] Напоминаю, скоро встреча:
 }
meetings-reminder-brief = { $far ->
    [soon] Скоро: «{ $name }», { $at }
   *[day] Напоминаю: «{ $name }», { $at }
 }
meetings-nudge-intro = Вы ещё не ответили, придёте ли:
meetings-nudge-brief = Вы ещё не ответили: «{ $name }», { $at }
meetings-offer-intro = Освободилось место, и Вы следующие в очереди:
meetings-offer-brief = Место для Вас: «{ $name }», до { $at }
meetings-passed-on = Место на «{ $name }» ушло следующему в очереди. Если всё же хотите прийти, встаньте в очередь снова.
meetings-passed-on-again = Встать в очередь
meetings-alarm-text = Встречу «{ $name }» больше некому вести: у того, кто созвал, закончилась роль. Люди ещё не все знают о ней. Возьмёте на себя?
meetings-alarm-open = Посмотреть

# Списки.
meetings-list-text = <b>Встречи</b>

    { $mine ->
        [0] Впереди у Вас встреч нет.
        [one] Впереди { $mine } встреча.
        [few] Впереди { $mine } встречи.
       *[many] Впереди { $mine } встреч.
    }{ $open ->
        [0] {""}
       *[other] {" "}Со знаком + — те, на которые можно прийти и без приглашения.
    }
meetings-list-entry = { $reply ->
    [coming] ✓ { $name }
    [offered] ⏳ { $name }
    [waiting] ⏳ { $name }
    [declined] ✕ { $name }
    [none] + { $name }
   *[silent] ? { $name }
 }
meetings-list-call = Созвать встречу
meetings-list-past = Прошедшие
meetings-past-text = { $count ->
    [0] Прошедших встреч пока нет.
   *[other] <b>Прошедшие встречи</b>
 }
meetings-called-entry = { $state ->
    [draft] ✎ { $name }
    [cancelled] ✕ { $name }
   *[open] { $name }
 }
meetings-called-text = { $count ->
    [0] Вы пока ничего не созывали.
   *[other] <b>Созванные Вами встречи</b>
 }
meetings-told = Встречи: Вас звали — { $invited }, Вы созвали — { $called }.

# Протокол.
meetings-host-minutes = Протокол
meetings-minutes-early = Протокол пишут, когда встреча началась.
meetings-minutes-text = <b>Протокол</b>

    Пройдём по повестке: что слушали, кто выступил, что решили. Ответы можно менять, пока документ не скачан.
meetings-minutes-line = { $part ->
    [chair] Председатель: { $said }
    [secretary] Секретарь: { $said }
   *[guests] Приглашённые: { $said }
 }
meetings-minutes-begin = Заполнить по порядку
meetings-minutes-point = { $ready ->
    [yes] ✓ { $number }. { $topic }
   *[no] { $number }. { $topic }
 }
meetings-minutes-paper = Документ (DOCX)
meetings-minutes-file = Протокол.docx
meetings-minutes-back = ‹ Протокол
meetings-minutes-skip = Дальше ›
meetings-minutes-too-long = Сюда входит до { $most } знаков, а здесь { $count }. Напишите короче.
meetings-minutes-votes-fault = Нужны три числа: за, против, воздержались. Например, «12-0-1».
meetings-minutes-question = { $part ->
    [chair] <b>Кто был председателем?</b> Напишите фамилию и инициалы.
    [secretary] <b>Кто был секретарём?</b> Напишите фамилию и инициалы.
    [guests] <b>Кто был приглашён?</b> Напишите имена через запятую.
    [heard] <b>{ $number }. { $topic }</b>

    Что слушали? Докладчик из повестки встанет сам, напишите суть.
    [spoke] <b>{ $number }. { $topic }</b>

    Кто выступил и о чём?
    [decided] <b>{ $number }. { $topic }</b>

    Что решили? Каждое решение с новой строки: что — кто — до какого дня. Бот напомнит накануне.

    <i>Подготовить отчёт — Иванова А. П. — 15.12</i>
   *[votes] <b>{ $number }. { $topic }</b>

    Как голосовали: за, против, воздержались? Например, «12-0-1».
 }
meetings-minutes-votes = «за» — { $yes }, «против» — { $no }, «воздержались» — { $abstained }
meetings-minutes-decision = { $words }{ $done ->
    [yes] ; ответственный: { $who }
   *[no] {""}
 }{ $timed ->
    [yes] ; срок: { $by }
   *[no] {""}
 }
meetings-paper-title = { $numbered ->
    [yes] ПРОТОКОЛ № { $number }
   *[no] ПРОТОКОЛ
 }
meetings-paper-line = { $part ->
    [heard] СЛУШАЛИ: { $said }
    [spoke] ВЫСТУПИЛИ: { $said }
    [decided] РЕШИЛИ: { $said }
   *[voted] Голосовали: { $said }
 }
meetings-paper-quorum = { $quorum ->
    [yes] Всего членов: { $all }. Присутствовали: { $present }. Кворум есть.
   *[no] Всего членов: { $all }. Присутствовали: { $present }. Кворума нет.
 }
meetings-paper-item = { $spoken ->
    [yes] { $number }. { $topic }. Докладчик: { $speaker }
   *[no] { $number }. { $topic }
 }
meetings-paper-column = { $column ->
    [number] №
    [name] ФИО
    [school] Школа
    [part] Кем
   *[signature] Подпись
 }
meetings-task-text = Завтра срок по решению встречи «{ $name }»: { $words }

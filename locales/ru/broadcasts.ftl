broadcasts-command-broadcast = Объявления
broadcasts-out-of-sight = Этого объявления здесь нет или оно Вам недоступно. Вот где Вы сейчас:
broadcasts-back = ‹ Объявление
broadcasts-back-home = ‹ Объявления
broadcasts-back-buttons = ‹ Кнопки
broadcasts-headline-files = Файлы

# Что уйдёт.
broadcasts-upcoming-nothing = <b>Что уйдёт</b>, { $place }

    Пока ничего не запланировано. Здесь появится всё, что отправляется многим: объявления, приглашения к анкетам и напоминания о них.
broadcasts-upcoming-text = <b>Что уйдёт</b>, { $place }: { $count }

    Нажмите, чтобы придержать, отправить сейчас или отменить. Время местное, { $zone }.
broadcasts-upcoming-entry = { $state ->
    [held] ⏸ { $title }
    [begun] ▶ { $title }
   *[waits] { $at } · { $title }
 }
broadcasts-upcoming-before = ‹ Раньше
broadcasts-upcoming-after = Позже ›
broadcasts-upcoming-back = ‹ Что уйдёт
broadcasts-waiting-head = { $state ->
    [scheduled] <b>Запланировано</b>
   *[paused] { $why ->
        [role] <b>Придержано само</b>: у того, кто отправлял, больше нет этой роли.
       *[wished] <b>Придержано</b>: не уйдёт, пока Вы не отпустите.
     }
 }

    «{ $words }»
broadcasts-waiting-moment = { $rule ->
    [weekly] Каждую неделю, следующий раз { $at }
    [monthly] Каждый месяц, следующий раз { $at }
    [yearly] Каждый учебный год, следующий раз { $at }
   *[once] Срок: { $at }
 } (время местное, { $zone })
broadcasts-waiting-hold = Придержать
broadcasts-waiting-queue = Вернуть в очередь
broadcasts-waiting-start = Отправить сейчас
broadcasts-waiting-stop = Отменить

# Начало.
broadcasts-home-text = <b>Объявления</b>, { $place }

    Напишите объявление прямо сюда или перешлите готовое: текст, картинку, файл, до десяти штук. Ничего не уйдёт, пока Вы не подтвердите.
broadcasts-home-region = весь регион
broadcasts-home-entry = { $state ->
    [draft] ✎ { $words }
    [scheduled] ◷ { $words }
    [running] ▶ { $words }
    [paused] ⏸ { $words }
    [stopped] ■ { $words }
    [recalled] ↩ { $words }
   *[done] ✓ { $words }
 }
broadcasts-home-upcoming = Что уйдёт
broadcasts-home-place = Где: { $place }
broadcasts-home-back = ‹ Управление

# Черновик.
broadcasts-compose-title = <b>Новое объявление</b>
broadcasts-compose-nothing = Текста пока нет. Напишите его сюда.
broadcasts-compose-about = { $category ->
    [service] Служебное сообщение: придёт каждому
    [news] Методические новости
    [contests] Конкурсы
   *[courses] Курсы
 }
broadcasts-compose-files = Файлов: { $count }
broadcasts-compose-audience = Кому
broadcasts-compose-acknowledge = { $asks ->
    [yes] ☑ Кнопка «Ознакомлен(а)»
   *[no] ☐ Кнопка «Ознакомлен(а)»
 }
broadcasts-compose-buttons = { $count ->
    [0] Кнопки
   *[other] Кнопки: { $count }
 }
broadcasts-compose-category = { $category ->
    [service] Служебное
    [news] Новости
    [contests] Конкурсы
   *[courses] Курсы
 }
broadcasts-compose-preview = Посмотреть
broadcasts-compose-test = Прислать себе
broadcasts-compose-nofiles = Убрать файлы
broadcasts-compose-when = Когда
broadcasts-compose-send = { $later ->
    [yes] Запланировать
   *[no] Отправить
 }
broadcasts-compose-drop = Удалить
broadcasts-test-toast = Сейчас придёт
broadcasts-words-too-long = В объявлении может быть до { $most } знаков, а здесь { $count }. Сократите его или пришлите подробности файлом.
broadcasts-files-too-many = К объявлению можно приложить до { $most } файлов. Этот не добавлен.
broadcasts-sent-already = Это объявление уже отправлено. Чтобы изменить слова, откройте его и нажмите «Исправить».
broadcasts-nothing-said = В объявлении пока ничего нет. Напишите текст или пришлите файл.

# Кнопки под объявлением.
broadcasts-buttons-text = <b>Кнопки под объявлением</b>

    Чтобы убрать кнопку, нажмите на неё.
broadcasts-buttons-entry = { $kind ->
    [acknowledge] ✕ Ознакомлен(а)
    [link] ✕ Ссылка: { $words }
    [choice] ✕ Ответ: { $words }
   *[open] ✕ Экран: { $words }
 }
broadcasts-buttons-link = Добавить ссылку
broadcasts-buttons-choices = Добавить ответы на выбор
broadcasts-buttons-open = Открыть экран бота
broadcasts-buttons-too-many = Кнопок может быть до { $most }. Уберите лишние.
broadcasts-link-question = Напишите подпись и адрес, например: Положение https://example.ru/polozhenie.pdf
broadcasts-link-fault = Не вижу здесь адреса. Он начинается с https://. Напишите ещё раз.
broadcasts-choices-question = Напишите ответы, каждый с новой строки. Люди выберут один.
broadcasts-choices-fault = Каждый ответ — одна строка до 60 знаков. Напишите ещё раз.
broadcasts-screens-question = Какой экран откроет кнопка?
broadcasts-category-question = О чём это объявление? Служебные сообщения приходят каждому, от остальных можно отказаться в настройках.
broadcasts-category-title = { $category ->
    [service] Служебное сообщение
    [news] Методические новости
    [contests] Конкурсы
   *[courses] Курсы
 }

# Когда.
broadcasts-when-question = <b>Когда отправить?</b>

    Выберите или напишите, например «25.11 10:00». Время местное, { $zone }.
broadcasts-when-line = { $rule ->
    [weekly] Каждую неделю, впервые { $at }
    [monthly] Каждый месяц, впервые { $at }
    [yearly] Каждый учебный год, впервые { $at }
   *[once] Уйдёт { $at }
 }
broadcasts-when-now = Сразу
broadcasts-when-rule = { $ticked ->
    [yes] { $rule ->
        [weekly] ☑ Каждую неделю
        [monthly] ☑ Каждый месяц
       *[yearly] ☑ Каждый учебный год
     }
   *[no] { $rule ->
        [weekly] ☐ Каждую неделю
        [monthly] ☐ Каждый месяц
       *[yearly] ☐ Каждый учебный год
     }
 }
broadcasts-when-fault = Не понимаю, когда это, или это уже прошло. Напишите, например, «25.11 10:00» или «завтра 9:30».

# Подтверждение.
broadcasts-confirm-question = Отправить «{ $words }»?
broadcasts-confirm-send = { $later ->
    [yes] { $count ->
        [one] Запланировать: { $count } человек
        [few] Запланировать: { $count } человека
       *[many] Запланировать: { $count } человек
     }
   *[no] { $count ->
        [one] Да, отправить { $count } человеку
        [few] Да, отправить { $count } людям
       *[many] Да, отправить { $count } людям
     }
 }
broadcasts-confirm-changed = Пока Вы смотрели, число людей изменилось. Проверьте ещё раз.

# Как идёт и что получилось.
broadcasts-report-head = { $state ->
    [running] <b>Отправляется</b>
    [paused] { $pause ->
        [failures] <b>Приостановлено само</b>: мессенджер не принял каждое десятое из первых сообщений. Проверьте объявление и его файлы.
        [role] <b>Приостановлено само</b>: у того, кто отправлял, больше нет этой роли.
       *[wished] <b>Приостановлено</b>
     }
    [stopped] <b>Остановлено</b>
    [recalled] <b>Отозвано</b>
   *[done] <b>Отправлено</b>
 }

    «{ $words }»
broadcasts-report-counts = { $rough ->
    [yes] Людей не меньше { $people }, доставлено не меньше { $delivered }. Имён и точных чисел здесь нет.
   *[no] Всего: { $people }
    Доставлено: { $delivered }
    Недоступны: { $unreachable }
    Не удалось: { $failed }
 }
broadcasts-report-waiting = Ждут утра или своего времени: { $count }
broadcasts-report-ended = Не отправлено: { $count }
broadcasts-report-muted = Отказались от таких объявлений: { $count }
broadcasts-report-acknowledged = Ознакомились: { $count }
broadcasts-report-choice = «{ $label }»: { $count }
broadcasts-report-corrected = { $state ->
    [recalled] Убрано: { $corrected }, ещё убираю: { $correcting }, не удалось: { $uncorrected }
   *[done] Исправлено: { $corrected }, ещё исправляю: { $correcting }, не удалось: { $uncorrected }
 }
broadcasts-report-pace = Осталось: { $left }. Скорость: { $speed } в секунду, ещё минут: { $minutes }
broadcasts-report-brief = Как идёт объявление «{ $words }»
broadcasts-report-look = Обновить
broadcasts-report-pause = Пауза
broadcasts-report-resume = Продолжить
broadcasts-report-stop = Остановить
broadcasts-report-correct = Исправить
broadcasts-report-recall = Отозвать
broadcasts-report-remind = Напомнить молчащим
broadcasts-report-register = Ведомость (DOCX)
broadcasts-report-marks = Ведомость (XLSX)
broadcasts-report-again = Повторить тем, кому не ушло
broadcasts-report-units = По организациям
broadcasts-report-table = Доставка (XLSX)
broadcasts-report-answers = Ответы: { $count }
broadcasts-numbers-only = По этому объявлению есть только числа: имён получателей не видит никто. Вот где Вы сейчас:
broadcasts-recalled-already = Это объявление уже отозвано. Вот где Вы сейчас:
broadcasts-units-title = <b>По организациям</b>, «{ $words }»
broadcasts-units-hint = Всего / доставлено / ознакомились
broadcasts-units-line = { $title }: { $people } / { $delivered } / { $acknowledged }

# Перед тем, что касается многих.
broadcasts-ask-question = { $what ->
    [again] Отправить «{ $words }» ещё раз тем, кому не ушло? Таких: { $count }
    [remind] Напомнить об объявлении «{ $words }» тем, кто не нажал «Ознакомлен(а)»? Таких: { $count }
    [start] Отправить «{ $words }» сейчас? Людей: { $count }
    [stop] Отменить «{ $words }»? Объявление не уйдёт никому, повторов тоже не будет.
   *[recall] Отозвать «{ $words }»? У получателей оно исчезнет; где удалить уже нельзя, его заменит строка «Объявление отозвано».
 }
broadcasts-ask-yes = { $what ->
    [again] Да, отправить: { $count }
    [remind] Да, напомнить: { $count }
    [start] Да, отправить: { $count }
    [stop] Да, отменить
   *[recall] Да, отозвать
 }
broadcasts-remind-toast = Напоминаю: { $count }
broadcasts-correct-question = Напишите новый текст целиком. Он заменит прежний у всех, у кого объявление уже есть.
broadcasts-mend-question = Так будет у всех, у кого объявление уже есть ({ $count }), и у тех, кому ещё придёт:
broadcasts-mend-yes = Исправить у всех

# Само объявление.
broadcasts-letter-files = Для Вас файлы:
broadcasts-letter-brief = Объявление: { $words }
broadcasts-letter-open = Открыть
broadcasts-letter-recalled = Объявление отозвано.
broadcasts-letter-acknowledge = { $done ->
    [yes] ✓ Ознакомлен(а)
   *[no] Ознакомлен(а)
 }
broadcasts-acknowledge-toast = { $whose ->
    [own] Отмечено
   *[others] Так это увидят люди
 }
broadcasts-reminder-text = Напоминаем: на это объявление ещё нет отметки «Ознакомлен(а)».
broadcasts-reminder-brief = Отметьте, что прочли: { $words }
broadcasts-alarm-text = { $why ->
    [failures] Объявление «{ $words }» приостановлено: мессенджер не принял каждое десятое из первых сообщений.
    [role] Объявление «{ $words }» приостановлено: у того, кто отправлял, больше нет этой роли. Продолжить или остановить его можете Вы.
   *[wished] Объявление «{ $words }» приостановлено.
 }
broadcasts-alarm-open = К объявлению

# Ответы.
broadcasts-answers-passed = Ваш ответ передан автору объявления.
broadcasts-answers-letter = На объявление «{ $words }» ответили. Ответов: { $count }
broadcasts-answers-open = Читать ответы
broadcasts-answers-title = <b>Ответы</b> на «{ $words }»
broadcasts-answers-line = { $named ->
    [yes] <b>{ $name }</b>, { $at }
    { $words }
   *[no] { $at }
    { $words }
 }

# Что присылать.
broadcasts-topics-button = Какие объявления присылать
broadcasts-topics-text = <b>Какие объявления присылать?</b>

    Служебные сообщения приходят всегда. Остальное выбираете Вы.
broadcasts-topics-entry = { $wanted ->
    [yes] { $category ->
        [news] ☑ Методические новости
        [contests] ☑ Конкурсы
       *[courses] ☑ Курсы
     }
   *[no] { $category ->
        [news] ☐ Методические новости
        [contests] ☐ Конкурсы
       *[courses] ☐ Курсы
     }
 }
broadcasts-told = Объявлений, которые Вам отправили: { $announcements }; Ваших ответов на них: { $answers }.

# Файлы.
broadcasts-papers-text = Файл ниже. В нём личные данные: храните его бережно.
broadcasts-table-file = Доставка объявления.xlsx
broadcasts-table-sheet = Доставка
broadcasts-table-column = { $column ->
    [school] Организация
    [name] Ф. И. О.
    [state] Доставка
    [at] Когда
    [mark] Ознакомление
   *[choice] Ответ
 }
broadcasts-table-state = { $state ->
    [delivered] доставлено
    [unreachable] недоступен
    [refused] не принято мессенджером
    [stale] не успело дойти
    [unsure] неизвестно
    [ended] не отправлено
   *[owed] ждёт отправки
 }
broadcasts-register-paper = Лист ознакомления.docx
broadcasts-register-file = Лист ознакомления.xlsx
broadcasts-register-sheet = Лист ознакомления
broadcasts-register-title = ЛИСТ ОЗНАКОМЛЕНИЯ
broadcasts-register-about = с объявлением «{ $words }», отправленным { $at }
broadcasts-register-column = { $column ->
    [number] № п/п
    [name] Фамилия, имя, отчество
    [school] Организация
    [mark] Отметка о прочтении, дата и время
   *[signature] Подпись
 }
broadcasts-register-note = Отметка «Ознакомлен(а)» поставлена в мессенджере. Это отметка о прочтении, она не заменяет подпись.

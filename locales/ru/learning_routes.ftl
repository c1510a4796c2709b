learning_routes-command-route = Мой маршрут
learning_routes-command-routes = Маршруты педагогов
learning_routes-changed = Здесь уже всё изменилось. Вот как сейчас:
learning_routes-empty = В маршруте пока нет шагов. Добавьте хотя бы один.
learning_routes-full = В маршруте уже восемьдесят шагов. Чтобы добавить новый, уберите ненужный.
learning_routes-words = Не получилось прочитать. Напишите, пожалуйста, одним сообщением, до 600 знаков (свой шаг — до 120).
learning_routes-no-place = Чтобы составить маршрут, укажите в профиле место работы.
learning_routes-back-route = ‹ Мой маршрут
learning_routes-back-areas = ‹ Области
learning_routes-back-card = ‹ К маршруту
learning_routes-back-queue = ‹ Маршруты педагогов
learning_routes-list-earlier = ‹ Предыдущие
learning_routes-list-later = Ещё ›
learning_routes-progress = { $bar } { $done } из { $all }
learning_routes-hidden = Не показано шагов: { $count }. Они есть в документе.
learning_routes-line = { $state ->
    [done] ✓
    [shown] …
    [late] !
   *[planned] ○
 } { $number }. { $title }{ $hours ->
    [0] { "" }
   *[other] , { $hours } ч
 } — { $state ->
    [done] сделано
    [shown] смотрит методист
    [late] срок был { $day }
   *[planned] до { $day }
 }
learning_routes-pace = Всего { $hours } ч за { $weeks } нед., около { $weekly } ч в неделю.
learning_routes-overload = Многовато: до { $hours } ч за две недели. Уберите шаг или перенесите его.
learning_routes-remark = <b>Замечание методиста:</b> { $words }

# Составление.
learning_routes-draw-button = Составить маршрут
learning_routes-none = Маршрута пока нет.

    Маршрут — это несколько шагов на учебный год: курс, семинар, урок коллеги, книга. Проще всего составить его после самодиагностики.
learning_routes-tick = { $state ->
    [yes] ☑
   *[no] ☐
 } { $title }
learning_routes-areas-question = { $known ->
    [yes] Над чем хотите поработать? Отмечено то, что показала диагностика.
   *[no] Диагностики пока нет, поэтому добавьте шаги сами.
 }
learning_routes-areas-next = Выбрать шаги ›
learning_routes-suggest-title = <b>{ $area }</b>
    Отметьте, что подходит Вам.
learning_routes-suggest-line = <b>{ $title }</b>
    { $form }, { $hours } ч. { $place }
learning_routes-suggest-next = { $area } ›
learning_routes-plan-button = План ›
learning_routes-plan-title = { $known ->
    [yes] Дальше: проверьте план и нажмите первую кнопку.
   *[no] Дальше: выберите шаги.
 }
learning_routes-plan-send = { $who ->
    [methodologist] Отправить методисту
   *[nobody] Начать маршрут
 }
learning_routes-plan-own = Свой шаг
learning_routes-own-question = Что Вы сделаете? Напишите одной строкой, в конце можно указать часы: «Посетить урок коллеги, 2 ч».
learning_routes-sent-toast = Отправлено методисту
learning_routes-began-toast = Маршрут начат

# Маршрут.
learning_routes-route-next = { $state ->
    [active] Дальше: <b>{ $title }</b>, до { $day }
    [late] Пора: <b>{ $title }</b>, срок был { $day }
    [shown] Дальше: методист смотрит Ваши материалы.
    [review] Дальше: методист смотрит Ваш маршрут.
    [paused] Маршрут на паузе с { $day }.
    [measure] Дальше: <b>итоговая диагностика</b>, она покажет, что изменилось.
    [completed] Маршрут пройден.
    [stopped] Маршрут остановлен.
   *[draft] Дальше: проверьте план.
 }
learning_routes-route-done = Сделано: { $title }
learning_routes-route-takeback = Вернуть себе
learning_routes-route-paper = Документ (DOCX)
learning_routes-route-pause = Пауза
learning_routes-route-resume = Продолжить маршрут
learning_routes-route-stop = Остановить
learning_routes-route-again = Составить новый
learning_routes-step-title = <b>{ $title }</b>
    { $kind ->
    [formal] Формальное образование
    [nonformal] Неформальное образование
   *[informal] Самообразование
 }, { $state ->
    [done] сделано
    [shown] смотрит методист
   *[planned] до { $day }
 }
learning_routes-step-field = { $field ->
    [form] Форма
    [hours] Часов
    [place] Где
    [result] Результат
   *[words] Что показали
 }: { $words }
learning_routes-step-done = Сделано
learning_routes-step-putoff = { $delay ->
    [day] На день позже
    [week] На неделю позже
   *[month] На месяц позже
 }
learning_routes-step-remove = Убрать шаг
learning_routes-step-file = Открыть файл
learning_routes-moved-toast = Перенесено
learning_routes-done-question = <b>{ $title }</b>

    Пришлите фото, файл до 10 МБ, ссылку или пару слов о том, что получилось.{ $known ->
    [yes] { " " }Ожидали: { $result }
   *[no] { "" }
 }
learning_routes-done-toast = Отмечено
learning_routes-file-caption = { $title }
learning_routes-stop-question = Остановить маршрут? Сделанное сохранится, напоминаний больше не будет. Потом можно составить новый.
learning_routes-stop-yes = Да, остановить
learning_routes-snoozed-toast = { $delay ->
    [day] Напомню завтра
    [week] Напомню через неделю
   *[month] Напомню через месяц
 }

# Проверка в пути.
learning_routes-check-button = Короткая проверка: 3 вопроса
learning_routes-check-question = Вопрос { $number } из { $all }. <b>{ $title }</b>

    { $known ->
    [yes] Ожидали: { $result } Получается применять?
   *[no] Получается применять?
 }
learning_routes-check-answer = { $answer ->
    [yes] Да, применяю
    [partly] Пробую
   *[no] Пока нет
 }
learning_routes-checked-title = { $outcome ->
    [add] Кое-чего пока не хватает. Можно добавить:
    [drop] Всё получается. По этим областям осталось шагов: { $count }. Их можно убрать как освоенное.
   *[keep] Спасибо! Маршрут можно продолжать как есть.
 }
learning_routes-checked-line = ○ { $title }, { $hours } ч
learning_routes-checked-decide = { $decision ->
    [add] Добавить в маршрут
    [drop] Убрать как освоенное
   *[keep] Оставить как есть
 }
learning_routes-checked-toast = { $decision ->
    [add] Шаги добавлены
    [drop] Шаги убраны
   *[keep] Проверка сохранена
 }

# Итог.
learning_routes-outcome-button = { $is_measured ->
    [yes] Что изменилось
   *[no] Итоговая диагностика
 }
learning_routes-outcome-title = { $closed ->
    [0] <b>Что изменилось</b>
        Уровень пока прежний.
   *[other] <b>Что изменилось</b>
        Уровень вырос: { $closed } из { $all }.
 }
learning_routes-outcome-line = { $area }: { $before } → { $after } из 100. { $change ->
    [closed] Уровень вырос: «{ $level }»
    [up] Стало увереннее, уровень прежний: «{ $level }»
    [down] Оценка ниже прежней: «{ $level }»
   *[same] Почти без перемен: «{ $level }»
 }
learning_routes-outcome-days = Сравнили { $first } и { $again }.
learning_routes-outcome-honest = { $source ->
    [self] <i>Это самооценка, и во второй раз вопросов было больше: она показывает, как Вы видите свою работу, а не саму работу. Рост подтвердят урок, работы детей и взгляд коллеги. Оценка ниже прежней часто значит, что Вы стали внимательнее к себе.</i>
   *[tasks] <i>Часть заданий Вы уже видели, и во второй раз их было больше. Судите по тому, что получается на занятиях.</i>
 }
learning_routes-past-button = Прошлые маршруты
learning_routes-past-title = <b>Прошлые маршруты</b>
    Каждый остался таким, каким закончился.
learning_routes-past-line = { $state ->
    [completed] Пройден
   *[stopped] Остановлен
 }, { $day }
learning_routes-outcome-picture = Было и стало

# Письма.
learning_routes-reminder-title = <b>Ваш маршрут</b>
learning_routes-reminder-line = { $is_late ->
    [yes] ! { $title } — срок был { $day }
   *[no] ○ { $title } — до { $day }
 }
learning_routes-reminder-brief = Маршрут: { $title }
learning_routes-reminder-open = Открыть маршрут
learning_routes-reminder-snooze = { $delay ->
    [day] Через день
    [week] Через неделю
   *[month] Через месяц
 }
learning_routes-notice = { $what ->
    [sent] <b>{ $name }</b>: новый маршрут ждёт Вашего взгляда.
    [done] <b>{ $name }</b>: сделан шаг «{ $title }».
    [checked] <b>{ $name }</b>: после проверки в маршруте изменились шаги.
    [agreed] Маршрут согласован, можно начинать.
    [returned] Методист просит дополнить маршрут.
    [accepted] Шаг принят: «{ $title }».
   *[rejected] Методист просит дополнить шаг «{ $title }».
 }
learning_routes-notice-open = Открыть

# Методист.
learning_routes-queue-title = <b>Маршруты педагогов</b>
    На согласование: { $review }, материалов посмотреть: { $shown }
learning_routes-queue-accompanied = { $name }: { $done } из { $all }{ $is_late ->
    [yes] , просрочено: { $late }
   *[no] { "" }
 }
learning_routes-queue-route = Маршрут: { $name }, шагов: { $steps }
learning_routes-queue-step = { $name }: { $title }
learning_routes-queue-open = Открыть: { $name }
learning_routes-card-title = <b>{ $name }</b>, { $state ->
    [review] на согласовании
    [active] в пути
    [paused] на паузе
    [completed] пройден
    [stopped] остановлен
   *[draft] черновик
 }{ $known ->
    [yes] { "" }
        Области: { $areas }
   *[no] { "" }
 }
learning_routes-card-agree = Согласовать
learning_routes-card-return = Вернуть с замечанием
learning_routes-card-shown = Посмотреть: { $title }
learning_routes-return-question = Что дополнить? { $name } увидит Ваши слова. Напишите одним сообщением.
learning_routes-shown-title = <b>{ $name }</b>, показано { $day }
learning_routes-shown-accept = Принять
learning_routes-shown-reject = Вернуть с замечанием
learning_routes-reject-question = Чего не хватает в шаге «{ $title }»? { $name } увидит Ваши слова.
learning_routes-agreed-toast = Согласовано
learning_routes-returned-toast = Возвращено
learning_routes-accepted-toast = Принято

# Документ.
learning_routes-paper-file = Маршрут.docx
learning_routes-paper-caption = Ваш маршрут
learning_routes-paper-title = ИНДИВИДУАЛЬНЫЙ ОБРАЗОВАТЕЛЬНЫЙ МАРШРУТ ПЕДАГОГА
learning_routes-paper-approved = УТВЕРЖДАЮ
    ________________ / ________________
    Приказ (протокол) № ______ от ____________
learning_routes-paper-basis = Основание: { $title }, { $day }
learning_routes-paper-goal = Цель: восполнить профессиональные дефициты и применить освоенное в работе
learning_routes-paper-field = { $field ->
    [person] Педагог
    [place] Место работы
    [areas] Дефициты (области)
    [term] Срок реализации до
    [hours] Всего часов
   *[progress] Выполнено
 }: { $words }
learning_routes-paper-kind = { $kind ->
    [formal] Формальное образование
    [nonformal] Неформальное образование
   *[informal] Информальное образование
 }
learning_routes-paper-column = { $column ->
    [number] №
    [content] Содержание, место
    [form] Форма
    [hours] Часы
    [due] Срок
    [result] Ожидаемый результат
   *[mark] Отметка о выполнении
 }
learning_routes-paper-mark = { $state ->
    [done] выполнено { $day }
   *[shown] представлено { $day }
 }
learning_routes-paper-agreed = СОГЛАСОВАНО { $day }. Методист: { $name } ________________
learning_routes-paper-signed = Педагог: { $name } ________________
learning_routes-paper-evidence = Материалы, подтверждающие выполнение
learning_routes-paper-shown = Шаг { $number }: { $words }
learning_routes-paper-photo = { $known ->
    [yes] файл «{ $name }»
   *[no] фото
 }
learning_routes-paper-outcome = Что изменилось: диагностика { $first } и { $again }
learning_routes-paper-made = Составлено { $day }

# Данные.
learning_routes-told-own = <b>Маршруты:</b> Ваших { $count }
learning_routes-told-accompanied = <b>Маршруты:</b> сопровождаете { $count }
learning_routes-step-words = { $title }, { $state ->
    [done] сделано
    [shown] смотрит методист
   *[planned] запланировано
 }, срок { $day }
learning_routes-route-words = { $state ->
    [draft] Черновик
    [review] На согласовании
    [active] В пути
    [paused] На паузе
    [completed] Пройден
   *[stopped] Остановлен
 }: { $areas }

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
learning_routes-none = Маршрута пока нет. Дальше: составьте его.

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
    [returned] Дальше: проверьте план и ответьте на замечание.
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
    [awaits] Дальше: маршрут согласован, его утверждает руководитель организации.
    [review] Дальше: методист смотрит Ваш маршрут.
    [measure] Дальше: <b>итоговая диагностика</b>, она покажет, что изменилось.
    [paused] Маршрут на паузе с { $day }. Дальше: <b>{ $title }</b>, когда продолжите.
    [completed] Маршрут пройден. Дальше: можно составить новый.
    [stopped] Маршрут остановлен. Дальше: можно составить новый.
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

# Согласование и утверждение.
learning_routes-school-button = Маршруты педагогов школы
learning_routes-back-school = ‹ Маршруты школы
learning_routes-school-title = <b>Маршруты педагогов школы</b>
    Всего: { $count }, ждут Вас: { $waits }
learning_routes-school-line = { $name }: { $state ->
    [waits] <b>ждёт Вашей подписи</b>
    [review] на согласовании
    [paused] на паузе
    [completed] пройден
   *[active] { $done } из { $all }
 }{ $late ->
    [0] { "" }
   *[other] , просрочено: { $late }
 }
learning_routes-plain-title = <b>{ $name }</b>, { $state ->
    [review] на согласовании
    [active] в пути
    [paused] на паузе
   *[completed] пройден
 }
learning_routes-plain-step = { $kind ->
    [formal] Программа обучения
    [nonformal] Семинар или группа
   *[informal] Самообразование
 }
learning_routes-grif = { $kind ->
    [approved] Утверждено
   *[agreed] Согласовано
 }: { $name }, { $day }{ $known ->
    [yes] , { $paper }
   *[no] { "" }
 }
learning_routes-approve-button = Утвердить
learning_routes-approve-question = Чем утверждаете маршрут? { $name } увидит Ваш ответ. Напишите одной строкой: «Приказ № 12 от 01.12.2026» или «Протокол № 3».
learning_routes-approve-bare = Без номера
learning_routes-approve-words = Напишите, пожалуйста, одной строкой до 120 знаков: «Приказ № 12 от 01.12.2026».
learning_routes-approved-toast = Утверждено
learning_routes-office-notice = { $what ->
    [to_approve] <b>{ $name }</b>: маршрут ждёт Вашей подписи.
    [awaits] Маршрут согласован. Осталось, чтобы его утвердил руководитель организации.
    [approved] Маршрут утверждён, можно начинать.
    [approved_other] <b>{ $name }</b>: маршрут утверждён.
    [proposed] <b>{ $name }</b> предлагает изменить маршрут:
    [accepted] <b>{ $name }</b> принимает Ваше предложение:
    [declined] <b>{ $name }</b> не принимает Ваше предложение:
    [nodded] <b>{ $name }</b>: можно составлять маршрут.
    [refused] <b>{ $name }</b>: педагог составит маршрут без помощи.
   *[handed] Методист составил для Вас маршрут. Поправьте, что хотите, и отправьте.
 }

# Вместе.
learning_routes-you = Вы
learning_routes-thread-title = Шаг «{ $title }»
learning_routes-thread-home = ‹ К шагу
learning_routes-back-step = ‹ К шагу
learning_routes-talk-button = Обсудить шаг
learning_routes-talk = <b>{ $title }</b>
    Напишите здесь: сообщение увидят педагог и методист маршрута.
learning_routes-newstep-button = { $who ->
    [alone] Добавить шаг
   *[both] Предложить шаг
 }
learning_routes-newstep-question = { $who ->
    [alone] Что добавить? Напишите одной строкой: «Посетить урок коллеги, 2 ч».
   *[both] Какой шаг добавить? Напишите одной строкой: «Посетить урок коллеги, 2 ч». Шаг появится, когда другая сторона согласится.
 }
learning_routes-drop-button = { $who ->
    [alone] Убрать шаг
   *[both] Предложить убрать
 }
learning_routes-later-button = { $delay ->
    [week] Предложить: неделей позже
   *[month] Предложить: месяцем позже
 }
learning_routes-proposal-words = { $kind ->
    [add] Добавить шаг: { $title }
    [remove] Убрать шаг: { $title }
   *[move] Перенести шаг «{ $title }» с { $known } на { $day }
 }
learning_routes-proposal-button = ✎ { $words }
learning_routes-proposal-state = { $state ->
    [decides] Согласны?
    [waits] Ждёт ответа другой стороны.
    [accepted] Принято.
    [declined] Не принято.
   *[outdated] Уже не нужно: шаг сделан, убран или предложено другое.
 }
learning_routes-proposal-yes = Принять
learning_routes-proposal-no = Не нужно
learning_routes-proposal-toast = { $what ->
    [proposed] Предложение отправлено
    [declined] Оставили как есть
   *[changed] Маршрут изменён
 }
learning_routes-proposal-news = { $what ->
    [moved] Пока Вы решали, срок шага изменился. Предложение осталось, посмотрите ещё раз:
   *[gone] Пока Вы решали, шаг сделали или убрали.
 }

# Сопровождение.
learning_routes-followed-button = Кого сопровождаю
learning_routes-followed-title = <b>Кого Вы сопровождаете</b>
    Всего: { $count }, отстают: { $late }, молчат больше месяца: { $silent }
learning_routes-followed-line = { $name }: { $done } из { $all }{ $late ->
    [0] { "" }
   *[other] , просрочено: { $late }
 }{ $silent ->
    [yes] , дней молчания: { $days }
   *[no] { "" }
 }
learning_routes-followed-which = { $which ->
    [late] Кто отстаёт
    [silent] Кто молчит
   *[all] Все
 }
learning_routes-followed-sheet = Таблица (XLSX)
learning_routes-followed-tab = Сопровождение
learning_routes-followed-file = Сопровождение { $day }.xlsx
learning_routes-followed-caption = Маршрутов: { $count }
learning_routes-followed-column = { $column ->
    [name] Педагог
    [state] Состояние
    [steps] Шагов
    [done] Сделано
    [late] Просрочено
    [next] Следующий шаг
    [due] Срок
   *[heard] Последнее действие педагога
 }
learning_routes-state = { $state ->
    [draft] Черновик
    [review] На согласовании
    [active] В пути
    [paused] На паузе
    [completed] Пройден
   *[stopped] Остановлен
 }
learning_routes-asknod-open = Составить для педагога
learning_routes-asknod-question = Для кого составить маршрут? Напишите фамилию и имя: «Белова Анна». Сначала бот спросит согласия педагога.
learning_routes-asknod-words = Напишите, пожалуйста, фамилию и имя: «Белова Анна».
learning_routes-asknod-found = { $known ->
    [yes] Кого спросить?
   *[no] В Вашем районе такого педагога в боте нет. Проверьте, как написано имя, или пришлите другое.
 }
learning_routes-asknod-button = { $name }, { $school }
learning_routes-asknod-toast = Спросили. Ответ придёт сюда.
learning_routes-drawfor-button = Составить: { $name }
learning_routes-has-open = У педагога уже есть маршрут.
learning_routes-nod-question = <b>{ $name }</b>, методист, предлагает составить для Вас маршрут.
learning_routes-nod-seen = Если согласитесь, методист увидит области, над которыми советует поработать Ваша последняя диагностика. Ответов методист не видит. Готовый маршрут Вы сможете изменить.
learning_routes-nod-yes = Да, пусть составит
learning_routes-nod-no = Нет, спасибо
learning_routes-nod-toast = { $what ->
    [yes] Передали методисту
   *[no] Хорошо, методист узнает
 }
learning_routes-others-draft = Дальше: { $name } составляет для Вас маршрут. Когда он будет готов, придёт сообщение.
learning_routes-takeover-button = Взять черновик себе
learning_routes-plan-for = Маршрут для: <b>{ $name }</b>
    Проверьте план и отдайте его педагогу.
learning_routes-plan-seen = Методист увидит шаги и отмеченные области.
learning_routes-handover-button = Отдать педагогу
learning_routes-handed-toast = Педагог получил маршрут

# Каталог муниципалитета.
learning_routes-kinds-button = Каталог шагов
learning_routes-back-kinds = ‹ Каталог шагов
learning_routes-back-admin = ‹ Управление
learning_routes-kinds-title = <b>Каталог шагов Вашего района</b>
    Своих шагов: { $count }, готовых маршрутов: { $templates }. Педагоги видят их первыми, за ними — общий каталог.
    Нажмите на шаг, чтобы больше не предлагать его. В начатых маршрутах он останется.
learning_routes-kinds-retire = ✕ { $title }
learning_routes-templates-retire = ✕ Маршрут «{ $title }»
learning_routes-kinds-retired-toast = Больше не предлагаем
learning_routes-kinds-new = Добавить шаг
learning_routes-kinds-sheet = Загрузить таблицу
learning_routes-kinds-question = Какой шаг предлагать педагогам? Напишите одной строкой, в конце часы: «Мастер-класс по ИИ, 4 ч».
learning_routes-kinds-is = <b>{ $title }</b>
    Какой это вид?
learning_routes-kinds-which = { $kind ->
    [formal] Курсы, переподготовка
    [nonformal] Семинар, группа, конкурс
   *[informal] Самообразование
 }
learning_routes-kinds-for = <b>{ $title }</b>
    Для какой области?
learning_routes-area = { $area ->
    [subject] Предмет
    [methods] Методика
    [psychology] Психология и педагогика
    [literacy] Функциональная грамотность
    [communication] Общение и гибкие навыки
   *[ict] ИКТ и цифровая среда
 }
learning_routes-kinds-added-toast = Шаг в каталоге
learning_routes-kinds-sheet-question = Пришлите таблицу XLSX или CSV: в строке один шаг. Нужны столбцы «Шаг» и «Область», остальные — по желанию. Сначала бот покажет, что получится.
learning_routes-kinds-template = Образец таблицы
learning_routes-kinds-template-file = Каталог шагов.xlsx
learning_routes-kinds-refused-file = Каталог шагов, вернуть.xlsx
learning_routes-kinds-tab = Шаги
learning_routes-kinds-caption = { $about ->
    [refused] Строки, которые не получилось прочитать
   *[template] Образец: заполните и пришлите сюда
 }
learning_routes-kinds-column = { $column ->
    [title] Шаг
    [areas] Область
    [kind] Вид
    [form] Форма
    [hours] Часов
    [days] Дней
    [place] Где
   *[result] Результат
 }
learning_routes-kinds-example = { $column ->
    [title] Мастер-класс «Оценивание без отметок»
    [areas] Методика, Психология
    [kind] неформальное
    [form] Мастер-класс
    [hours] 3
    [days] 14
    [place] Лугоборская гимназия
   *[result] Карта одного урока
 }
learning_routes-kinds-why = Что исправить
learning_routes-kinds-fault = { $field ->
    [title] нет названия шага или оно длиннее 120 знаков
    [areas] не понятна область
    [kind] не понятен вид: формальное, неформальное, самообразование
    [hours] не понятны часы
    [days] не понятно, сколько дней
    [form] форма длиннее 300 знаков
    [place] место длиннее 300 знаков
   *[result] результат длиннее 300 знаков
 }
learning_routes-kinds-counts = Новых шагов: { $added }, уже есть: { $kept }, не прочитано строк: { $refused }
learning_routes-kinds-row = Строка { $number }: { $reasons }
learning_routes-kinds-take = Добавить: { $count }
learning_routes-kinds-taken-toast = Добавлено шагов: { $count }
learning_routes-kinds-too-many = В таблице больше 500 строк. Пришлите её, пожалуйста, частями.
learning_routes-kinds-headings = Не нашли столбцы «Шаг» и «Область». Возьмите образец таблицы.
learning_routes-templates-open = Готовые маршруты
learning_routes-templates-title = С чего начать? Шаги добавятся в Ваш план, лишние можно убрать.
learning_routes-templates-button = { $suits ->
    [yes] ★ { "" }
   *[no] { "" }
 }{ $title }, шагов: { $count }
learning_routes-template-toast = Шаги в плане
learning_routes-keep-button = Сохранить как готовый маршрут
learning_routes-keep-question = Как назвать готовый маршрут? До 60 знаков. Сохранятся шаги из каталога; имя педагога, сроки и его собственные шаги — нет.
learning_routes-keep-words = Напишите, пожалуйста, название до 60 знаков.
learning_routes-keep-empty = В маршруте нет шагов из каталога, сохранять нечего.
learning_routes-kept-toast = Готовый маршрут сохранён

# События рядом.
learning_routes-coming-open = Ближайшие события
learning_routes-coming-title = { $known ->
    [yes] Что скоро в районе? Отметьте, куда пойдёте: событие станет шагом со своей датой.
   *[no] Ближайших событий для Вас пока нет.
 }
learning_routes-coming-line = { $lesson ->
    [yes] Открытый урок: { "" }
   *[no] { "" }
 }{ $title }, { $day }
learning_routes-coming-form = { $lesson ->
    [yes] Посещение открытого урока
   *[no] Участие в методическом событии
 }

# Сводка координатора.
learning_routes-figures-button = Маршруты: сводка
learning_routes-figures-few = Сводка появится, когда маршруты будут хотя бы у десяти педагогов: тогда по числам никого не узнать.
learning_routes-figures-title = <b>Маршруты педагогов</b>
    Педагогов с маршрутом: не меньше { $people }. Числа округлены вниз до десятков, группы меньше десяти не показаны.
learning_routes-figures-block = { $block ->
    [states] <b>По состоянию</b>
    [pace] <b>В срок и с опозданием</b>
    [areas] <b>По областям</b>
    [closed] <b>Дефицит закрыт (уровень вырос)</b>
    [schools] <b>По школам</b>
   *[hours] <b>Пройдено часов</b>
 }
learning_routes-figures-line = { $name }: { $count }
learning_routes-figures-hidden = Остальные: слишком мало, чтобы показать.
learning_routes-figures-pace = { $pace ->
    [late] Есть просроченные шаги
   *[on_time] Идут в срок
 }
learning_routes-figures-sheet = Таблица (XLSX)
learning_routes-figures-tab = { $block ->
    [states] Состояние
    [pace] Сроки
    [areas] Области
    [closed] Дефицит закрыт
    [schools] Школы
   *[hours] Часы
 }
learning_routes-figures-count = { $block ->
    [hours] Часов, не меньше
   *[states] Педагогов, не меньше
 }
learning_routes-figures-cell-few = мало
learning_routes-figures-file = Маршруты { $day }.xlsx
learning_routes-figures-caption = Сводка без имён; группы меньше десяти не показаны

# Документ.
learning_routes-paper-file = Маршрут.docx
learning_routes-paper-caption = Ваш маршрут
learning_routes-paper-approved = УТВЕРЖДАЮ
    ________________ / ________________
    Приказ (протокол) № ______ от ____________
learning_routes-paper-approved-by = УТВЕРЖДАЮ
    ________________ / { $name }
    { $paper } { $day }
learning_routes-paper-place = Место работы: { $words }
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

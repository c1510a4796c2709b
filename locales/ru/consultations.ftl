# Консультации.
consultations-command-consult = Спросить методиста
consultations-command-queue = Вопросы ко мне
consultations-ask-button = Спросить
consultations-title = { $first ->
    [yes] Консультация № { $number }
   *[no] Вопрос № { $number }
}
consultations-title-draft = Новый вопрос
consultations-head = <b>{ $title }</b>
consultations-home = { $title }
consultations-somebody = методист
consultations-you = Вы
consultations-methodologist = Методист { $name }
consultations-files = { $count ->
    [one] 📎 { $count } вложение
    [few] 📎 { $count } вложения
   *[other] 📎 { $count } вложений
}
consultations-told = { $taken ->
    [0] Консультации: Вы задали вопросов — { $asked }.
   *[other] Консультации: Вы задали вопросов — { $asked }, взяли — { $taken }.
}

# Педагог спрашивает.
consultations-asked = <b>Мои вопросы</b>
    Ответы приходят сюда же. Отвечать можно просто сообщением.
consultations-asked-line = { $state ->
    [sent] ⏳ { $title }: { $about }
    [taken] ✍ { $title }: { $about }
    [answered] 💬 { $title }: { $about }
    [closed] ✓ { $title }: { $about }
   *[withdrawn] ✕ { $title }: { $about }
}
consultations-asked-draft = Дописать начатый вопрос
consultations-asked-new = Новый вопрос
consultations-areas = О чём Ваш вопрос?
consultations-subjects = По какому предмету?
consultations-subject-none = Не о предмете
consultations-back-areas = ‹ О чём
consultations-back-asked = ‹ Мои вопросы
consultations-gather-head = <b>Новый вопрос</b>
    { $about }
consultations-gather-ask = Напишите вопрос своими словами. Можно несколькими сообщениями, с фото, голосовым или файлом.
consultations-gather-more = Можно добавить ещё. Когда всё, нажмите «Отправить».
consultations-gather-send = Отправить
consultations-gather-area = Сменить тему
consultations-gather-drop = Не спрашивать
consultations-empty = Пока нечего отправлять: напишите вопрос словами или приложите файл.
consultations-too-many = Двадцати сообщений достаточно: отправьте вопрос, дополнить можно и потом.
consultations-no-place = Сначала укажите место работы в профиле: вопрос пойдёт методистам Вашего района.
consultations-sent = <b>{ $title } отправлен.</b>
    Ответ придёт сюда до { $due }. Дополнить вопрос можно прямо сейчас: просто напишите.
consultations-sent-toast = Вопрос отправлен
consultations-state = { $state ->
    [first] Вам пишет методист { $name }. Ответить можно просто сообщением.
    [sent] Ищем, кто ответит. Первый ответ — до { $due }.
    [taken] Вопрос взял(а) методист { $name }. Первый ответ — до { $due }.
    [answered] { $waits ->
        [yes] Отвечает методист { $name }. Ответ есть, теперь слово за Вами.
       *[no] Отвечает методист { $name }. Закроем до { $due }.
    }
    [closed] Вопрос закрыт.
   *[other] Вы сняли этот вопрос.
}
consultations-summary = <b>Итог.</b> { $summary }
consultations-thread = { $what ->
    [write] Написать
   *[read] Переписка
}
consultations-withdraw = Снять вопрос
consultations-withdraw-ask = Снять { $title }? Методисты увидят, что отвечать уже не нужно.
consultations-withdraw-yes = Да, снять
consultations-withdraw-no = Нет, оставить
consultations-withdrawn-toast = Вопрос снят
consultations-reopen = Открыть снова
consultations-unsolved = Не решено
consultations-reopened = { $up ->
    [yes] Передано выше: вопрос увидит координатор. Напишите, чего не хватило.
   *[no] Вопрос снова открыт. Напишите, что ещё узнать.
}
consultations-too-late = Открыть вопрос снова можно было две недели. Задайте, пожалуйста, новый.
consultations-rated = { $points ->
    [5] Спасибо! Ваша оценка: 5.
   *[other] Спасибо! Ваша оценка: { $points }.
} Если хочется, добавьте пару слов: просто напишите.
consultations-thanks = Спасибо, записано.

# Тот, кто отвечает.
consultations-card-new = Вопрос к методистам
consultations-card-who = { $has ->
    [yes] { $teacher }, { $school }
   *[no] { $teacher }
}
consultations-mark = { $mark ->
    [low_results] ❗ школа с низкими результатами
    [difficult_conditions] ❗ сложные социальные условия
   *[early_career] ❗ первые три года работы
}
consultations-card-due = Срок: до { $due }.
consultations-card-brief = { $title } ждёт методиста
consultations-card-gone = { $taken ->
    [yes] { $title } взял(а) { $name }.
   *[no] { $title } снят: отвечать уже не нужно.
}
consultations-card-files = Посмотреть вложения
consultations-card-back = ‹ К вопросу
consultations-take = Беру
consultations-pass = Не моё
consultations-later = Позже
consultations-decline = Просто не моё
consultations-later-said = { $title } напомню { $until }.
consultations-people = { $what ->
    [give] { $title }: кому передать?
    [guest] { $title }: кого позвать? Коллега увидит всю переписку, педагог узнает, кто подключился.
   *[propose] { $title }: кто мог бы ответить?
}
consultations-taken-toast = Вопрос Ваш
consultations-declined-toast = Хорошо, спросим других
consultations-given-toast = Передано
consultations-up-toast = Передано в региональный центр
consultations-queue = <b>Вопросы ко мне</b>
    { $own ->
        [0] Своих открытых нет.
       *[other] В работе: { $own }.
    } { $others ->
        [0] Новых нет.
       *[other] Ещё: { $others }.
    }
consultations-queue-line = { $late ->
    [yes] ❗
   *[no] { $state ->
        [sent] 🆕
       *[other] { $waits ->
            [yes] ⏸
           *[no] ✍
        }
    }
} № { $number } до { $due } · { $about }
consultations-back-queue = ‹ Вопросы ко мне
consultations-work-state = { $state ->
    [taken] Отвечает { $name }.
    [answered] { $waits ->
        [yes] Отвечает { $name }. Ждём педагога, срок стоит.
       *[no] Отвечает { $name }.
    }
    [closed] Закрыт, отвечал(а) { $name }.
   *[other] { "" }
}
consultations-work-ask = Пишите ответ прямо здесь: передам педагогу.
consultations-note-button = Заметка для себя
consultations-note = <i>Заметка: { $words }</i>
consultations-note-ask = { $title }: напишите заметку. Её увидите только Вы.
consultations-canned-button = Готовые ответы
consultations-canned = { $count ->
    [0] Готовых ответов пока нет.
   *[other] Готовые ответы: нажмите, и ответ уйдёт педагогу.
}
consultations-canned-line = { $shared ->
    [yes] { $title } (общий)
   *[no] { $title }
}
consultations-canned-keep = Добавить готовый ответ
consultations-canned-ask = { $shared ->
    [yes] Напишите общий готовый ответ: в первой строке название, дальше текст. Вместо «имя» в фигурных скобках подставится имя педагога.
   *[no] Напишите готовый ответ: в первой строке название, дальше текст. Вместо «имя» в фигурных скобках подставится имя педагога.
}
consultations-canned-short = Нужны две части: название в первой строке и текст ниже.
consultations-said-toast = Ответ передан
consultations-transfer = Передать
consultations-assign = Назначить
consultations-up = В региональный центр
consultations-close = Закрыть с итогом
consultations-close-ask = { $title }: напишите итог в двух-трёх строках. Педагог увидит его и оценит ответ.
consultations-closed-toast = Вопрос закрыт
consultations-gone = Этого вопроса здесь уже нет.

# Письма.
consultations-closed = <b>{ $title } закрыт.</b>
    { $summary }

    Как Вам ответ?
consultations-closed-brief = { $title } закрыт: посмотрите итог
consultations-assigned = Вам передан вопрос
consultations-assigned-brief = { $title } передан Вам
consultations-notice = { $what ->
    [taken] { $has_due ->
        [yes] { $title } взял(а) методист { $name }. Ответ ждите до { $due }.
       *[no] { $title } теперь ведёт методист { $name }.
    }
    [released] { $title }: ищем, кто ответит. Всё написанное сохранено.
    [joined] { $title }: к разговору подключается методист { $whom }. Переписка у коллеги перед глазами.
    [left] { $title }: методист { $whom } выходит из разговора.
    [withdrawn] { $title } снят: отвечать уже не нужно.
    [reopened] { $title } снова открыт. Закрыть — до { $due }.
    [first_soon] { $title }: первый ответ нужен до { $due }.
    [first_late] { $taken ->
        [yes] { $title }: первого ответа всё ещё нет, срок был { $due }. Отвечает { $name }.
       *[no] { $title }: никто не взял, срок был { $due }.
    }
    [taker_away] { $title }: срок { $due }, а { $name } отсутствует. Можно передать другому.
    [close_soon] { $title }: закрыть нужно до { $due }.
   *[close_late] { $title }: не закрыт, срок был { $due }. Отвечает { $name }.
}
consultations-digest = <b>Консультации сегодня</b>
    Открыто: { $open }, за сутки новых: { $new }, никем не взято: { $untaken }, просрочено: { $late }.
consultations-digest-late = Просрочено у { $name }: { $count }

# Горячая линия.
consultations-gather-found = Похоже, на это уже отвечали. Загляните, прежде чем отправить:
consultations-gather-fits = 💡 { $question }
consultations-found-helped = Это и нужно, спасибо
consultations-found-back = ‹ К моему вопросу
consultations-helped = Отлично! Если появится другой вопрос, мы рядом.
consultations-publish = В горячую линию

# Журнал и показатели.
consultations-journal-button = Журнал
consultations-figures-button = Показатели
consultations-period = { $period ->
    [month] Этот месяц
    [last] Прошлый месяц
   *[year] Учебный год
}
consultations-journal = <b>Журнал консультаций</b>
    { $span }
    { $count ->
        [0] Закрытых консультаций нет.
       *[other] Консультаций: { $count }, часов: { $hours }.
    }
consultations-journal-column = { $column ->
    [day] Дата
    [methodologist] Методист
    [teacher] Педагог
    [school] Организация
    [question] Вопрос
    [answer] Ответ
   *[hours] Часы
}
consultations-journal-tab = Журнал консультаций
consultations-journal-caption = Журнал консультаций, { $span }
consultations-journal-file = журнал консультаций.{ $ending }
consultations-journal-title = Журнал консультаций, { $span }
consultations-journal-total = Всего консультаций: { $count }, часов: { $hours }
consultations-journal-signature = Методист ____________________
consultations-figures = <b>Консультации: показатели</b>
    { $span }
    Вопросов: { $asked }, с ответом: { $answered }, закрыто: { $closed }, открыто снова: { $reopened }.
    Первый ответ в рабочих часах: половина за { $median }, девять из десяти за { $ninetieth }.
    Средняя оценка: { $rating } (оценок: { $rated }).

    <b>О чём спрашивают</b>
consultations-figures-area = { $number }. { $area }: { $count }
consultations-figures-tab = { $part ->
    [areas] Темы
    [schools] Организации
   *[people] Методисты
}
consultations-figures-column = { $column ->
    [name] Название
    [asked] Вопросов
    [answered] С ответом
    [closed] Закрыто
    [reopened] Открыто снова
    [median] Первый ответ, половина, рабочих часов
    [ninetieth] Первый ответ, 9 из 10, рабочих часов
    [rated] Оценок
   *[rating] Средняя оценка
}
consultations-figures-caption = Консультации: показатели, { $span }
consultations-figures-file = показатели консультаций.xlsx

# Что прилагается к вопросу.
consultations-gather-wish = { $on ->
    [yes] ☑
   *[no] ☐
} { $wish ->
    [time] Нужно время
   *[answer] Хватит ответа
}
consultations-gather-share = { $on ->
    [yes] ☑
   *[no] ☐
} Приложить профиль дефицитов
consultations-unshare = Закрыть профиль дефицитов
consultations-card-wish = { $wish ->
    [time] 🕓 хочет договориться о времени
   *[answer] ✉ хватит письменного ответа
}
consultations-profile = Профиль дефицитов
consultations-profile-head = <b>{ $title }: профиль дефицитов</b>
    Открыт Вам только для этого вопроса.
consultations-profile-none = Результатов диагностики сейчас нет.

# Коллега в разговоре.
consultations-guests = В разговоре также: { $names }.
consultations-guests-button = Позвать коллегу
consultations-invited = Методист { $name } зовёт Вас в разговор
consultations-invited-brief = { $title }: методист { $name } зовёт Вас в разговор
consultations-invited-toast = Коллега в разговоре
consultations-leave = Выйти из разговора
consultations-left-toast = Вы вышли из разговора

# Написать первым.
consultations-accompanied-button = Написать первым
consultations-accompanied = <b>Кому написать</b>
    { $count ->
        [0] Здесь появятся педагоги, чьи вопросы Вы брали за последний год.
       *[other] Педагоги, чьи вопросы Вы брали за последний год.
    }
consultations-accompanied-back = ‹ Кому написать
consultations-first-ask = <b>{ $name }</b>
    Напишите, с чего хотите начать: откроется консультация, и ответ придёт сюда.
consultations-moved = Этот педагог уже работает в другом муниципалитете: консультацию откроют там.

# История и часы.
consultations-event = { $moment } { $kind ->
    [sent] вопрос отправлен
    [first] { $actor } пишет первым
    [taken] взял(а) { $actor }
    [given] { $actor } передаёт: { $target }
    [joined] в разговоре { $target }
    [left] выходит { $actor }
    [released] снова ищем, кто ответит
    [handed_up] передано в региональный центр
    [unsolved] не решено, передано выше
    [agreed] договорились о времени
    [reopened] открыт снова
    [closed] закрыт, { $actor }
   *[withdrawn] снят
}
consultations-hours = { $on ->
    [yes] ✓ { $hours } ч
   *[no] { $hours } ч
}
consultations-figures-few = { $number }. { $area }: меньше 10 человек
consultations-figures-few-cell = меньше 10 человек

# Время для разговора.
consultations-time = { $weekday ->
    [0] понедельник
    [1] вторник
    [2] среда
    [3] четверг
    [4] пятница
    [5] суббота
   *[6] воскресенье
}, { $day }, { $from }–{ $until }
consultations-times-button = Предложить время
consultations-times-ask = { $title }: напишите до трёх вариантов, каждый с новой строки. Например: «завтра в 15:00», «пт 10:30», «25 ноября с 14 до 15:30».
consultations-times-understood = Правильно? Если нет, напишите заново.
consultations-times-send = Отправить педагогу
consultations-times-toast = Варианты отправлены
consultations-times-unread = Строка «{ $line }» не похожа на день и время впереди. Напишите, например: «завтра в 15:00» или «25 ноября с 14 до 15:30».
consultations-times-count = Напишите от одного до трёх вариантов, каждый с новой строки.
consultations-times-offered = { $title }: методист { $name } предлагает поговорить. Какое время удобно?
consultations-times-other = Предложу другое
consultations-times-past = Это время уже прошло. Напишите, пожалуйста, когда удобно.
consultations-agreed = 🕓 Разговор: { $time }.
consultations-talk = { $what ->
    [agreed] { $title }: договорились, { $time }. Напомню за день и за час.
   *[soon] { $title }: скоро разговор, { $time }.
}
consultations-talk-caption = Для календаря
consultations-talk-file = разговор.ics
consultations-digest-away = Отсутствует { $name }, открытых вопросов: { $count }

# Рабочее время.
consultations-calendar-button = Рабочее время
consultations-calendar = <b>Рабочее время методистов</b>
    По нему считаются сроки новых вопросов. Праздники района учтены и так.
consultations-calendar-day = { $day ->
    [0] пн
    [1] вт
    [2] ср
    [3] чт
    [4] пт
    [5] сб
   *[6] вс
} { $has ->
    [yes] { $hours }
   *[no] выходной
}
consultations-calendar-ask = Чтобы изменить, напишите строку или несколько: «пн-чт 9:00-13:00, 14:00-18:00», «пт выходной», «каникулы 30.12.2026-08.01.2027».
consultations-calendar-break = ✕ { $days } { $title }
consultations-calendar-usual = Вернуть обычные часы
consultations-calendar-unread = Не получилось понять строку «{ $line }». Напишите, например: «пн-чт 9:00-13:00, 14:00-18:00», «пт выходной» или «каникулы 30.12.2026-08.01.2027».
consultations-calendar-impossible = Так не получится: часы не должны пересекаться, и хотя бы один день должен быть рабочим.

# Групповые консультации.
consultations-groups-button = Групповые
consultations-groups = <b>Групповые консультации</b>
    { $count ->
        [0] Объявите тему: позовём тех, кто об этом спрашивал.
       *[other] Объявлено: { $count }.
    }
consultations-groups-back = ‹ Групповые
consultations-group-line = { $topic }, { $time }
consultations-group-new = Объявить новую
consultations-group-areas = О чём будет групповая консультация?
consultations-group-draft = <b>Групповая консультация</b>
    { $area }
consultations-group-ask = Отметьте предмет и напишите четыре строки: тема, день и время, место или ссылка, сколько мест. Например:
    Проекты в 7 классе
    чт с 15 до 16
    Школа № 1, каб. 12
    15
consultations-group-right = Всё верно? Если нет, напишите четыре строки заново.
consultations-group-subject = { $on ->
    [yes] ☑
   *[no] ☐
} { $title }
consultations-group-subject-all = Для всех предметов
consultations-group-announce = Объявить
consultations-group-announced-toast = Объявлено
consultations-group-words = <b>{ $topic }</b>
    🕓 { $time }
    📍 { $place }
    Мест: { $capacity }
consultations-group-fault = { $line ->
    [topic] Не хватает первой строки: темы.
    [time] Вторая строка — день и время впереди, например: «чт с 15 до 16» или «25 ноября в 15:00».
    [place] Не хватает третьей строки: места или ссылки.
   *[capacity] Четвёртая строка — сколько мест, числом от 1 до 500.
}
consultations-group-joined = Придут: { $count }
consultations-group-close = Закрыть с материалами
consultations-group-close-ask = «{ $topic }»: пришлите материалы одним сообщением: выводы, ссылки. Их получат все, кто присоединился, а их вопросы закроются.
consultations-group-closed-toast = Закрыто, материалы у всех
consultations-group-cancel = Отменить
consultations-group-cancelled-toast = Отменено
consultations-group-leader = Ведёт методист { $name }
consultations-group-state = { $state ->
    [joined] Вы придёте. Напомню за день и за час.
    [full] Мест уже нет.
   *[open] Свой вопрос можно оставить: он закроется, когда консультация пройдёт.
}
consultations-group-leave = Не приду
consultations-group-join = Присоединиться
consultations-group-joined-toast = Ждём Вас
consultations-group-full = Мест уже нет. Ваш вопрос остаётся у методистов.
consultations-group-fits = 👥 { $topic }, { $time }
consultations-group-open = Подробнее
consultations-group-news = { $news ->
    [invited] Скоро групповая консультация о том, что Вы спрашивали: «{ $topic }».
    [soon] Скоро групповая консультация «{ $topic }».
    [materials] Групповая консультация «{ $topic }»: материалы.
   *[cancelled] Групповая консультация «{ $topic }» не состоится. Ваш вопрос остаётся у методистов.
}
consultations-group-file = групповая консультация.ics

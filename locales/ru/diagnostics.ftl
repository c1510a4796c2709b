diagnostics-command-diagnosis = Самодиагностика
diagnostics-offer-button = 📊 Пройти самодиагностику
diagnostics-page-earlier = ‹ Раньше
diagnostics-page-later = Дальше ›

diagnostics-day-short = { $day } { $month ->
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
}
diagnostics-day-long = { $day } { $month ->
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

diagnostics-list-title =
    <b>Самодиагностика</b>

    Помогает увидеть свои сильные стороны и выбрать, над чем поработать. Отвечайте в своём темпе: каждый ответ сохраняется сразу.
diagnostics-list-empty = Сейчас анкет нет. Загляните позже.
diagnostics-list-entry =
    <b>{ $title }</b>
    { $summary }
diagnostics-list-recommended = <i>Рекомендуем Вам</i>
diagnostics-list-open = <i>Не закончено, можно продолжить</i>
diagnostics-list-finished = <i>Пройдено { $day }</i>
diagnostics-list-continue = ▶ Продолжить: { $title }
diagnostics-list-history = Мои результаты

diagnostics-intro-title = <b>{ $title }</b>
diagnostics-intro-effort = Для Вас здесь { $questions ->
    [one] { $questions } вопрос
    [few] { $questions } вопроса
   *[many] { $questions } вопросов
}. Обычно это { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
   *[many] { $minutes } минут
}.
diagnostics-intro-consent = Результат видите Вы и те, кому Вы его откроете. Он не используется при аттестации и премировании.
diagnostics-intro-start = Начать
diagnostics-intro-back = ‹ К анкетам
diagnostics-intro-nothing = Для Вашей должности здесь пока нет вопросов. Выберите, пожалуйста, другую анкету.
diagnostics-narrowed-title = <b>Итоговая диагностика</b>
    По анкете «{ $title }», но только о том, над чем Вы работали: { $areas }. К прежним вопросам добавлено несколько новых, глубже.
diagnostics-narrowed-open = У Вас уже начата эта анкета целиком. Закончите или отмените её, и можно будет пройти итоговую.

diagnostics-question-progress =
    { $bar }  { $position } из { $total }
    <i>{ $area }</i>
diagnostics-question-text = <b>{ $text }</b>
diagnostics-question-hint = <i>{ $hint }</i>
diagnostics-question-write-unit = <i>Напишите число ({ $unit }) обычным сообщением</i>
diagnostics-question-write-number = <i>Напишите число обычным сообщением</i>
diagnostics-question-write-words = <i>Напишите ответ обычным сообщением, до { $most ->
    [one] { $most } знака
    [few] { $most } знаков
   *[many] { $most } знаков
}</i>
diagnostics-question-write-answer = <i>Напишите ответ обычным сообщением</i>
diagnostics-question-tick = <i>Можно отметить несколько, потом «Готово»</i>
diagnostics-question-given = Ваш ответ сейчас: <quote>{ $answer }</quote>
diagnostics-question-skipped = <i>Этот вопрос Вы пропустили</i>
diagnostics-question-done = Готово
diagnostics-question-back = ‹ Назад
diagnostics-question-forward = Вперёд ›
diagnostics-question-skip = Пропустить ›
diagnostics-question-pause = Пауза

diagnostics-toast-passed = Этот вопрос уже позади, ответ не изменился
diagnostics-toast-unfit = Этот вопрос теперь выглядит иначе: выберите ответ на экране
diagnostics-toast-few = { $count ->
    [one] Отметьте хотя бы { $count } вариант
    [few] Отметьте хотя бы { $count } варианта
   *[many] Отметьте хотя бы { $count } вариантов
}
diagnostics-toast-many = { $count ->
    [one] Можно отметить не больше { $count } варианта
    [few] Можно отметить не больше { $count } вариантов
   *[many] Можно отметить не больше { $count } вариантов
}

diagnostics-words-button = Вижу Ваше сообщение, но на этот вопрос отвечают кнопкой. Вот он ещё раз:
diagnostics-words-empty = Сообщение получилось пустым. Напишите, пожалуйста, ещё раз:
diagnostics-words-long = { $chars ->
    [one] Получился { $chars } знак
    [few] Получилось { $chars } знака
   *[many] Получилось { $chars } знаков
}, а сюда поместится { $most }. Пришлите, пожалуйста, покороче:
diagnostics-words-number = Здесь нужно одно число цифрами, например 12. Попробуйте ещё раз:
diagnostics-words-range = Здесь нужно целое число от { $from } до { $to }. Попробуйте ещё раз:

diagnostics-pause-text =
    <b>Пауза</b>

    Ответы сохранены, продолжить можно в любой момент с этого же места. { $left ->
    [one] Остался { $left } вопрос.
    [few] Осталось { $left } вопроса.
   *[many] Осталось { $left } вопросов.
}
diagnostics-pause-continue = ▶ Продолжить
diagnostics-pause-leave = Отменить прохождение

diagnostics-leave-text =
    <b>Отменить прохождение?</b>

    Ответы, которые Вы уже дали, удалятся. Если просто нет времени, ничего отменять не нужно: прохождение подождёт.
diagnostics-leave-stay = ▶ Нет, продолжить
diagnostics-leave-cancel = Да, удалить ответы
diagnostics-cancelled-text = Прохождение отменено, ответы удалены. Начать заново можно когда угодно.
diagnostics-cancelled-list = ‹ К анкетам

diagnostics-result-title =
    <b>{ $title }</b>
    Ваш результат, { $day }
diagnostics-result-strengths = 🌿 <b>Сильные стороны</b>
diagnostics-result-strength = <b>{ $area }</b> · { $points } из 100. { $praise }
diagnostics-result-foothold =
    🌿 <b>На что опереться</b>
    Сильнее всего у Вас сейчас <b>{ $area }</b> · { $points } из 100. Начинать легче отсюда.
diagnostics-result-start = 🌿 Вы нашли время честно посмотреть на свою работу, и это уже опора.
diagnostics-result-difficulties = 🎯 <b>Над чем поработать</b>
diagnostics-result-deficits = 🎯 <b>Что подтянуть</b>
diagnostics-result-work =
    <b>{ $area }</b> · { $points } из 100. { $level }
    <i>Следующий шаг:</i> { $step }
diagnostics-result-nothing = 🎯 Явных затруднений не видно. Подумайте, чем из Вашего опыта стоит поделиться с коллегами.
diagnostics-result-total =
    <b>В целом: { $title }</b> · { $points } из 100
    { $words }
diagnostics-result-tasks = Верно решено { $right } из { $all ->
    [one] { $all } задания
    [few] { $all } заданий
   *[many] { $all } заданий
}.
diagnostics-result-thanks = Спасибо, Ваши ответы сохранены.
diagnostics-result-review = Разбор заданий
diagnostics-result-picture = Показать диаграмму
diagnostics-result-history = Мои результаты
diagnostics-result-erase = Удалить этот результат
diagnostics-picture-earlier = раньше, { $day }
diagnostics-picture-caption = { $title }, { $day }

diagnostics-change-title = 📈 <b>По сравнению с прошлым разом, { $day }</b>
diagnostics-change-up = ▲ { $area }: +{ $points }
diagnostics-change-down = ▼ { $area }: −{ $points }
diagnostics-change-none = Почти без перемен: нигде нет разницы в { $least ->
    [one] { $least } балл
    [few] { $least } балла
   *[many] { $least } баллов
} и больше.
diagnostics-change-self = <i>Самооценка снижается и тогда, когда мы начинаем видеть больше. Важнее, что об этом говорит Ваша работа.</i>
diagnostics-change-tasks = <i>Задания могли запомниться, поэтому небольшой рост ещё ни о чём не говорит.</i>

diagnostics-review-title = <b>Разбор заданий</b> · страница { $page } из { $pages }
diagnostics-review-right = ✅ <b>Задание { $number }: верно</b>
diagnostics-review-wrong = ◻️ <b>Задание { $number }: пока нет</b>
diagnostics-review-yours = <b>Ваш ответ:</b> { $answer }
diagnostics-review-answer = <b>Верный ответ:</b> { $answer }
diagnostics-review-why = <quote>{ $why }</quote>
diagnostics-review-nothing = без ответа
diagnostics-review-back = ‹ К результату

diagnostics-history-title = <b>Мои результаты</b>. Здесь { $count ->
    [one] { $count } прохождение
    [few] { $count } прохождения
   *[many] { $count } прохождений
}. Какое открыть?
diagnostics-history-empty = Законченных прохождений пока нет.
diagnostics-history-entry = { $day } · { $title }
diagnostics-history-list = ‹ К анкетам

diagnostics-erase-text =
    <b>Удалить этот результат?</b>

    «{ $title }», { $day }. Удалятся и ответы, и выводы по ним. Вернуть их будет нельзя.
diagnostics-erase-keep = Нет, оставить
diagnostics-erase-delete = Да, удалить
diagnostics-deleted-text = Результат удалён вместе с ответами.

diagnostics-unfinished-title = <b>«{ $title }» ждёт Вас</b>
diagnostics-unfinished-progress = Вы ответили на { $answered } из { $total ->
    [one] { $total } вопроса
    [few] { $total } вопросов
   *[many] { $total } вопросов
}. Ответы сохранены: можно продолжить с того же места, когда будет удобно.
diagnostics-unfinished-untouched = Вы открыли анкету, но пока не ответили ни на один вопрос. Начните, когда будет удобно.
diagnostics-unfinished-brief = Анкета «{ $title }» не закончена: отвечено { $answered } из { $total }
diagnostics-unfinished-continue = ▶ Продолжить

diagnostics-repeat-text =
    <b>Посмотрим, что изменилось?</b>

    «{ $title }»: в прошлый раз Вы отвечали { $day }. Пройдите анкету ещё раз, и рядом с новым результатом я покажу прежний.
diagnostics-repeat-brief = «{ $title }»: можно пройти ещё раз и посмотреть, что изменилось
diagnostics-repeat-again = Пройти ещё раз

diagnostics-told-finished = <b>Самодиагностика:</b> «{ $title }», пройдена { $day }, Ваши ответы и результат.
diagnostics-told-open = <b>Самодиагностика:</b> «{ $title }», начата { $day } и не закончена, Ваши ответы.
diagnostics-answer-line = { $question } — { $answer }
diagnostics-result-offer = { $offer }: { $area }

# Профиль для того, кому его открыли.
diagnostics-profile-head = <b>{ $title }</b>, { $day }
diagnostics-profile-line = { $finding ->
    [strength] 💪 { $area }: { $points } из 100, сильная сторона
    [deficit] { $source ->
        [self_rated] 🎯 { $area }: { $points } из 100, затруднение
       *[other] 🎯 { $area }: { $points } из 100, дефицит
    }
   *[neither] • { $area }: { $points } из 100
}

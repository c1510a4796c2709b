# Горячая линия: опубликованные ответы без имён.
hot_line-command-hotline = Горячая линия
hot_line-question = <b>{ $question }</b>
hot_line-question-ask = Этот ответ пригодится и другим. Перепишите вопрос так, чтобы в нём не было имён и школ: одной фразой, как его спросил бы любой коллега.
hot_line-answer-ask = Теперь ответ. Оставьте как есть или пришлите новый текст: тоже без имён.
hot_line-keep = Оставить как есть
hot_line-names = Здесь остались имена: { $names }. Уберите их, пожалуйста, и пришлите ещё раз.
hot_line-proposed = Спасибо! Второй человек посмотрит, и ответ появится в горячей линии.
hot_line-published = Этот ответ уже опубликован.
hot_line-own = Свой ответ публикует кто-то другой: второй взгляд нужен всегда.
hot_line-state = { $state ->
    [proposed] Ждёт второго взгляда.
    [published] Опубликован.
    [returned] Возвращён автору.
   *[withdrawn] Снят с публикации.
}
hot_line-publish = Опубликовать
hot_line-return = Вернуть
hot_line-withdraw = Снять с публикации
hot_line-check = Посмотрите ответ для горячей линии: нет ли имён и всё ли верно.
hot_line-check-button = Посмотреть ответ
hot_line-decided = { $state ->
    [published] Опубликовано
   *[returned] Возвращено автору
}
hot_line-decided-before = Решение уже принято
hot_line-list = <b>Горячая линия</b>
    Ждут взгляда: { $waiting }, опубликовано: { $published }.
hot_line-line = { $waits ->
    [yes] ⏳ { $question }
   *[no] { $question }
}
hot_line-back = ‹ Горячая линия
hot_line-gone = Этого ответа здесь уже нет.
hot_line-told = { $count ->
    [one] Горячая линия: { $count } ответ, предложенный Вами.
    [few] Горячая линия: { $count } ответа, предложенных Вами.
   *[other] Горячая линия: { $count } ответов, предложенных Вами.
}

# Переписка через бота.
threads-write = Написать
threads-answer = Ответить
threads-history = Вся переписка
threads-earlier = ‹ Раньше
threads-later = Позже ›
threads-back = ‹ К ответу
threads-somebody = Собеседник
threads-letter-title = <b>{ $title }</b>
threads-letter-brief = { $title }: пишет { $author }
threads-message-header = { $edited ->
    [yes] <b>{ $author }</b> (исправлено):
   *[no] <b>{ $author }</b>:
}
threads-message-files = { $count ->
    [one] 📎 { $count } вложение
    [few] 📎 { $count } вложения
   *[other] 📎 { $count } вложений
}
threads-write-ask = Пишите прямо здесь: передам. Можно приложить фото, голосовое или файл.
threads-passed = Передано: <b>{ $title }</b>. Можно писать дальше.
threads-passed-waits = Сейчас сообщения до собеседника не доходят. Всё сохранено и придёт, как только это станет возможно.
threads-which = Кому это передать? Ваши слова сохранены.
threads-edited = Исправление передано.
threads-not-edited = Исправить уже нельзя: переписка закрыта.
threads-closed = Переписка закрыта, и эти слова не переданы: { $title }.
threads-gone = Этой переписки здесь уже нет.
threads-told = { $count ->
    [one] Переписка через бота: { $count } Ваше сообщение.
    [few] Переписка через бота: { $count } Ваших сообщения.
   *[other] Переписка через бота: { $count } Ваших сообщений.
}

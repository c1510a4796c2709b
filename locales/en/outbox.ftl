# What is to come: the button in the settings and its screen.
outbox-upcoming-button = Coming up
outbox-upcoming-title = This is what I am going to remind you of:
outbox-upcoming-nothing = There is nothing to remind you of yet. When there is, you will see it here beforehand.
outbox-upcoming-line = <b>{ $moment }</b>
    { $brief }
outbox-upcoming-moment = { $near ->
    [today] today
    [tomorrow] tomorrow
   *[other] { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
 } at { $time }
outbox-upcoming-settings = ‹ Settings

# Several reminders in one message.
outbox-gathered-title = { $count ->
    [one] { $count } reminder at once:
   *[other] { $count } reminders at once:
 }
outbox-gathered-line = • { $brief }
outbox-digest-title = You had many messages this week, so the rest comes together:

# Nothing personal: for messengers where a municipality writes nothing of the kind.
outbox-neutral-text = { $class ->
    [reminder] There is a reminder for you.
    [bulk] There is an announcement for you.
   *[notice] There is news for you.
 }
outbox-neutral-open = Have a look

# To the owner after an outage.
outbox-notsaid-text = The bot was not working for a while, and { $count ->
    [one] { $count } message was
   *[other] { $count } messages were
 } not sent in time. They are out of date now, so I am not sending them.

# To the owner, when an event could not be handled.
outbox-setaside-text = One message could not be handled, and I apologised to the person. Details are in the log under the code <b>{ $code }</b>.

# To the owners at once, past the letters: those lie in the database, which is not there. And when all is well again.
outbox-alarm-database = The database is out of reach, so the bot answers nobody at present. Nothing is lost: new messages wait with Telegram, and the bot answers them by itself as soon as the database is back. The reason stands in <code>/health/ready</code> and in the log.
outbox-alarm-stored = The bot works again. The database was out of reach for { $hours ->
    [0] {""}
   *[other] { $hours } h{" "}
 }{ $minutes } min; whatever came meanwhile is being answered now.
outbox-alarm-clock = The server's clock is wrong, so reminders and scheduled work have stopped. They go on by themselves once it is set right.
outbox-alarm-right = The server's clock is right again. Reminders and scheduled work go on as usual.
outbox-alarm-silence = Telegram was out of reach for { $hours ->
    [0] {""}
   *[other] { $hours } h{" "}
 }{ $minutes } min; it is back. What people wrote meanwhile arrives now; Telegram keeps messages for a day, no longer.

//! Numbers with their words: every text that depends on a number says it right for 1, 2, 5, 11 and 21, in full.
//! Not here: texts without numbers.

#![expect(clippy::expect_used, reason = "a test may end with a sentence")]

use std::{collections::BTreeSet, fs, path::Path};

use metodist::texts::{Arg, Language, Texts};

const NUMBERS: [i64; 5] = [1, 2, 5, 11, 21];

mod plurals {
    pub mod work;
}

use plurals::work;

/// A text: its key, its arguments that count, how it reads around the counted words, and those words.
struct Counted {
    key: &'static str,
    counts: &'static [&'static str],
    russian: (&'static str, [&'static str; 5]),
    english: (&'static str, [&'static str; 5]),
}

const TABLE: [Counted; 49] = [
    Counted {
        key: "directory-people-question",
        counts: &["count"],
        russian: (
            "Здесь #.\n\nВыберите или напишите, кого ищете: имя, школу, должность, предмет или роль.",
            ["1 человек", "2 человека", "5 человек", "11 человек", "21 человек"],
        ),
        english: (
            "There # here.\n\nChoose, or type whom you are looking for: a name, a school, a post, a subject or a role.",
            ["is 1 person", "are 2 people", "are 5 people", "are 11 people", "are 21 people"],
        ),
    },
    Counted {
        key: "directory-people-found",
        counts: &["count"],
        russian: (
            "По запросу «школа» #.",
            [
                "нашёлся 1 человек",
                "нашлись 2 человека",
                "нашлось 5 человек",
                "нашлось 11 человек",
                "нашёлся 21 человек",
            ],
        ),
        english: ("# found for “школа”.", ["1 person", "2 people", "5 people", "11 people", "21 people"]),
    },
    Counted {
        key: "people-list-found",
        counts: &["count"],
        russian: (
            "По запросу «школа» #.",
            [
                "нашёлся 1 вариант",
                "нашлось 2 варианта",
                "нашлось 5 вариантов",
                "нашлось 11 вариантов",
                "нашёлся 21 вариант",
            ],
        ),
        english: ("# for “школа”.", ["1 choice", "2 choices", "5 choices", "11 choices", "21 choices"]),
    },
    Counted {
        key: "diagnostics-intro-effort",
        counts: &["questions", "minutes"],
        russian: (
            "Для Вас здесь #.",
            [
                "1 вопрос. Обычно это 1 минута",
                "2 вопроса. Обычно это 2 минуты",
                "5 вопросов. Обычно это 5 минут",
                "11 вопросов. Обычно это 11 минут",
                "21 вопрос. Обычно это 21 минута",
            ],
        ),
        english: (
            "There #.",
            [
                "is 1 question for you here. It usually takes 1 minute",
                "are 2 questions for you here. It usually takes 2 minutes",
                "are 5 questions for you here. It usually takes 5 minutes",
                "are 11 questions for you here. It usually takes 11 minutes",
                "are 21 questions for you here. It usually takes 21 minutes",
            ],
        ),
    },
    Counted {
        key: "diagnostics-question-write-words",
        counts: &["most"],
        russian: (
            "Напишите ответ обычным сообщением, до #",
            ["1 знака", "2 знаков", "5 знаков", "11 знаков", "21 знака"],
        ),
        english: (
            "Send your answer as a message, up to #",
            ["1 character", "2 characters", "5 characters", "11 characters", "21 characters"],
        ),
    },
    Counted {
        key: "diagnostics-toast-few",
        counts: &["count"],
        russian: (
            "Отметьте хотя бы #",
            ["1 вариант", "2 варианта", "5 вариантов", "11 вариантов", "21 вариант"],
        ),
        english: (
            "Please tick at least #",
            ["1 answer", "2 answers", "5 answers", "11 answers", "21 answers"],
        ),
    },
    Counted {
        key: "diagnostics-toast-many",
        counts: &["count"],
        russian: (
            "Можно отметить не больше #",
            ["1 варианта", "2 вариантов", "5 вариантов", "11 вариантов", "21 варианта"],
        ),
        english: (
            "You can tick at most #",
            ["1 answer", "2 answers", "5 answers", "11 answers", "21 answers"],
        ),
    },
    Counted {
        key: "diagnostics-words-long",
        counts: &["chars"],
        russian: (
            "#, а сюда поместится 600. Пришлите, пожалуйста, покороче:",
            [
                "Получился 1 знак",
                "Получилось 2 знака",
                "Получилось 5 знаков",
                "Получилось 11 знаков",
                "Получился 21 знак",
            ],
        ),
        english: (
            "That makes #, and 600 fit here. Please send a shorter one:",
            ["1 character", "2 characters", "5 characters", "11 characters", "21 characters"],
        ),
    },
    Counted {
        key: "diagnostics-pause-text",
        counts: &["left"],
        russian: (
            "Пауза\n\nОтветы сохранены, продолжить можно в любой момент с этого же места. #.",
            [
                "Остался 1 вопрос",
                "Осталось 2 вопроса",
                "Осталось 5 вопросов",
                "Осталось 11 вопросов",
                "Остался 21 вопрос",
            ],
        ),
        english: (
            "Pause\n\nYour answers are saved, you can continue from this very place at any time. # left.",
            ["1 question is", "2 questions are", "5 questions are", "11 questions are", "21 questions are"],
        ),
    },
    Counted {
        key: "diagnostics-unfinished-progress",
        counts: &["answered", "total"],
        russian: (
            "Вы ответили на #. Ответы сохранены: можно продолжить с того же места, когда будет удобно.",
            ["1 из 1 вопроса", "2 из 2 вопросов", "5 из 5 вопросов", "11 из 11 вопросов", "21 из 21 вопроса"],
        ),
        english: (
            "You have answered #. Your answers are saved: continue from the same place whenever it suits you.",
            [
                "1 of 1 question",
                "2 of 2 questions",
                "5 of 5 questions",
                "11 of 11 questions",
                "21 of 21 questions",
            ],
        ),
    },
    Counted {
        key: "diagnostics-result-tasks",
        counts: &["right", "all"],
        russian: (
            "Верно решено #.",
            ["1 из 1 задания", "2 из 2 заданий", "5 из 5 заданий", "11 из 11 заданий", "21 из 21 задания"],
        ),
        english: (
            "# solved.",
            ["1 of 1 task", "2 of 2 tasks", "5 of 5 tasks", "11 of 11 tasks", "21 of 21 tasks"],
        ),
    },
    Counted {
        key: "diagnostics-change-none",
        counts: &["least"],
        russian: (
            "Почти без перемен: нигде нет разницы в # и больше.",
            ["1 балл", "2 балла", "5 баллов", "11 баллов", "21 балл"],
        ),
        english: (
            "Hardly any change: nowhere is there a difference of # or more.",
            ["1 point", "2 points", "5 points", "11 points", "21 points"],
        ),
    },
    Counted {
        key: "diagnostics-history-title",
        counts: &["count"],
        russian: (
            "Мои результаты. Здесь #. Какое открыть?",
            ["1 прохождение", "2 прохождения", "5 прохождений", "11 прохождений", "21 прохождение"],
        ),
        english: (
            "My results. #. Which one shall I open?",
            [
                "1 questionnaire taken",
                "2 questionnaires taken",
                "5 questionnaires taken",
                "11 questionnaires taken",
                "21 questionnaires taken",
            ],
        ),
    },
    Counted {
        key: "outbox-gathered-title",
        counts: &["count"],
        russian: (
            "# сразу:",
            ["1 напоминание", "2 напоминания", "5 напоминаний", "11 напоминаний", "21 напоминание"],
        ),
        english: ("# at once:", ["1 reminder", "2 reminders", "5 reminders", "11 reminders", "21 reminders"]),
    },
    Counted {
        key: "outbox-notsaid-text",
        counts: &["count"],
        russian: (
            "Бот какое-то время не работал, и # вовремя. Они уже неактуальны, поэтому я их не отправляю.",
            [
                "1 сообщение не дошло",
                "2 сообщения не дошли",
                "5 сообщений не дошли",
                "11 сообщений не дошли",
                "21 сообщение не дошло",
            ],
        ),
        english: (
            "The bot was not working for a while, and # not sent in time. They are out of date now, so I am not \
             sending them.",
            ["1 message was", "2 messages were", "5 messages were", "11 messages were", "21 messages were"],
        ),
    },
    Counted {
        key: "audit-table-text",
        counts: &["count"],
        russian: (
            "Журнал готов: #. Это скачивание в нём тоже записано.",
            ["1 запись", "2 записи", "5 записей", "11 записей", "21 запись"],
        ),
        english: (
            "The log is ready: #. This download is logged too.",
            ["1 entry", "2 entries", "5 entries", "11 entries", "21 entries"],
        ),
    },
    Counted {
        key: "privacy-files-text",
        counts: &["count"],
        russian: (
            "Вы прислали #",
            [
                "1 файл. Отправляю понемногу.",
                "2 файла. Отправляю понемногу.",
                "5 файлов. Отправляю понемногу.",
                "11 файлов. Отправляю понемногу.",
                "21 файл. Отправляю понемногу.",
            ],
        ),
        english: (
            "You sent #",
            [
                "1 file. They come a few at a time.",
                "2 files. They come a few at a time.",
                "5 files. They come a few at a time.",
                "11 files. They come a few at a time.",
                "21 files. They come a few at a time.",
            ],
        ),
    },
    Counted {
        key: "privacy-periods-line",
        counts: &["days"],
        russian: ("• журнал доступа: #", ["1 день", "2 дня", "5 дней", "11 дней", "21 день"]),
        english: ("• the access log: #", ["1 day", "2 days", "5 days", "11 days", "21 days"]),
    },
    Counted {
        key: "privacy-withdraw-stays",
        counts: &["strangers", "audit", "acts"],
        russian: (
            "Останется без Вашего имени:\n• идентификатор в мессенджере, чтобы бот мог ответить: # после последнего сообщения\n• записи журнала доступа с ключом, который никуда не ведёт: #\n• акт об уничтожении, его требует приказ Роскомнадзора № 179: #",
            ["1 день", "2 дня", "5 дней", "11 дней", "21 день"],
        ),
        english: (
            "This stays, without your name:\n• your id in the messenger, so that the bot can answer: # after the last message\n• entries of the access log with a key that leads nowhere: #\n• the record of destruction that order 179 of Roskomnadzor requires: #",
            ["1 day", "2 days", "5 days", "11 days", "21 days"],
        ),
    },
    Counted {
        key: "privacy-acts-text",
        counts: &["count"],
        russian: (
            "# об уничтожении персональных данных. Имён в актах нет, только внутренние номера.",
            ["1 акт", "2 акта", "5 актов", "11 актов", "21 акт"],
        ),
        english: (
            "# of destruction of personal data. There are no names in records, only internal numbers.",
            ["1 record", "2 records", "5 records", "11 records", "21 records"],
        ),
    },
    Counted {
        key: "attachments-kept",
        counts: &["count"],
        russian: ("Файлы: Вы прислали #.", ["1 файл", "2 файла", "5 файлов", "11 файлов", "21 файл"]),
        english: ("Files: you sent #.", ["1 file", "2 files", "5 files", "11 files", "21 files"]),
    },
    Counted {
        key: "courses-list-text",
        counts: &["count"],
        russian: (
            "Мои курсы\n\n#.",
            [
                "Записан 1 курс",
                "Записаны 2 курса",
                "Записано 5 курсов",
                "Записано 11 курсов",
                "Записан 21 курс",
            ],
        ),
        english: ("My courses\n\n#", ["1 course", "2 courses", "5 courses", "11 courses", "21 courses"]),
    },
    Counted {
        key: "courses-missing-text",
        counts: &["count"],
        russian: (
            "Нет курсов за три года\n\n# из 40",
            ["1 человек", "2 человека", "5 человек", "11 человек", "21 человек"],
        ),
        english: (
            "No course in three years\n\n# of 40",
            ["1 person", "2 people", "5 people", "11 people", "21 people"],
        ),
    },
    Counted {
        key: "courses-of-text",
        counts: &["count"],
        russian: ("Анна Петрова\n\n#", ["1 курс", "2 курса", "5 курсов", "11 курсов", "21 курс"]),
        english: ("Анна Петрова\n\n#", ["1 course", "2 courses", "5 courses", "11 courses", "21 courses"]),
    },
    Counted {
        key: "invitations-newcomers-brief",
        counts: &["count"],
        russian: (
            "#",
            [
                "Ждёт подтверждения 1 новый человек",
                "Ждут подтверждения 2 новых человека",
                "Ждут подтверждения 5 новых человек",
                "Ждут подтверждения 11 новых человек",
                "Ждёт подтверждения 21 новый человек",
            ],
        ),
        english: (
            "# to be confirmed",
            [
                "1 new person is waiting",
                "2 new people are waiting",
                "5 new people are waiting",
                "11 new people are waiting",
                "21 new people are waiting",
            ],
        ),
    },
    Counted {
        key: "invitations-newcomers-text",
        counts: &["count"],
        russian: (
            "# Нажмите на имя, и я подтвержу.",
            [
                "1 человек ждёт подтверждения. Работает у Вас?",
                "2 человека ждут подтверждения. Кто работает у Вас?",
                "5 человек ждут подтверждения. Кто работает у Вас?",
                "11 человек ждут подтверждения. Кто работает у Вас?",
                "21 человек ждёт подтверждения. Работает у Вас?",
            ],
        ),
        english: (
            "# Press the name to confirm.",
            [
                "1 person is waiting to be confirmed. Do they work with you?",
                "2 people are waiting to be confirmed. Who works with you?",
                "5 people are waiting to be confirmed. Who works with you?",
                "11 people are waiting to be confirmed. Who works with you?",
                "21 people are waiting to be confirmed. Who works with you?",
            ],
        ),
    },
    Counted {
        key: "invitations-page-more",
        counts: &["count"],
        russian: ("и ещё #", ["1 человек", "2 человека", "5 человек", "11 человек", "21 человек"]),
        english: ("and # more", ["1", "2", "5", "11", "21"]),
    },
    Counted {
        key: "invitations-page-text",
        counts: &["count"],
        russian: (
            "Приглашение: педагог\nШкола № 1\n\nДействует до 01.02.2027. #.",
            [
                "Пришёл 1 человек",
                "Пришли 2 человека",
                "Пришло 5 человек",
                "Пришло 11 человек",
                "Пришёл 21 человек",
            ],
        ),
        english: (
            "Invitation: педагог\nШкола № 1\n\nValid until 01.02.2027. # come.",
            ["1 person has", "2 people have", "5 people have", "11 people have", "21 people have"],
        ),
    },
    Counted {
        key: "invitations-told-written",
        counts: &["count"],
        russian: (
            "Ваши приглашения: #.",
            ["1 приглашение", "2 приглашения", "5 приглашений", "11 приглашений", "21 приглашение"],
        ),
        english: (
            "Your invitations: #.",
            ["1 invitation", "2 invitations", "5 invitations", "11 invitations", "21 invitations"],
        ),
    },
    Counted {
        key: "invitations-waiting-text",
        counts: &["count"],
        russian: (
            "#",
            [
                "Ждёт подтверждения 1 человек",
                "Ждут подтверждения 2 человека",
                "Ждут подтверждения 5 человек",
                "Ждут подтверждения 11 человек",
                "Ждёт подтверждения 21 человек",
            ],
        ),
        english: (
            "# waiting to be confirmed",
            ["1 person is", "2 people are", "5 people are", "11 people are", "21 people are"],
        ),
    },
    Counted {
        key: "methodologist_pool-approve-question",
        counts: &["count"],
        russian: (
            "Список на 2026/27 учебный год\n\nВ нём #, как сейчас в активе. Напишите номер и дату приказа, например: № 876 от 03.10.2026",
            [
                "будет 1 человек",
                "будут 2 человека",
                "будет 5 человек",
                "будет 11 человек",
                "будет 21 человек",
            ],
        ),
        english: (
            "The list for 2026/27\n\n#, as the pool is now. Write the number and date of the order, for example: № 876 от 03.10.2026",
            ["1 person", "2 people", "5 people", "11 people", "21 people"],
        ),
    },
    Counted {
        key: "methodologist_pool-checks-missing",
        counts: &["count"],
        russian: ("Не выполнено #:", ["1 условие", "2 условия", "5 условий", "11 условий", "21 условие"]),
        english: (
            "# missing:",
            [
                "1 condition is",
                "2 conditions are",
                "5 conditions are",
                "11 conditions are",
                "21 conditions are",
            ],
        ),
    },
    Counted {
        key: "methodologist_pool-editions-line",
        counts: &["count"],
        russian: (
            "2026/27 учебный год\nБез номера приказа, #",
            ["1 человек", "2 человека", "5 человек", "11 человек", "21 человек"],
        ),
        english: (
            "School year 2026/27\nWithout an order number, #",
            ["1 person", "2 people", "5 people", "11 people", "21 people"],
        ),
    },
    Counted {
        key: "organisations-add-many",
        counts: &["count"],
        russian: (
            "МО\n\nПо запросу «школа» #, вот первые. Напишите точнее.",
            [
                "нашёлся 1 человек",
                "нашлись 2 человека",
                "нашлось 5 человек",
                "нашлось 11 человек",
                "нашёлся 21 человек",
            ],
        ),
        english: (
            "МО\n\n# found for “школа”, here are the first. Write more of the name.",
            ["1 person", "2 people", "5 people", "11 people", "21 people"],
        ),
    },
    Counted {
        key: "organisations-card-people",
        counts: &["count"],
        russian: (
            "Руководитель: ещё не избран\nВ составе #\nСрок: постоянно",
            ["1 человек", "2 человека", "5 человек", "11 человек", "21 человек"],
        ),
        english: (
            "Head: not elected yet\n#\nTerm: permanent",
            ["1 member", "2 members", "5 members", "11 members", "21 members"],
        ),
    },
    Counted {
        key: "organisations-list-text",
        counts: &["count"],
        russian: (
            "Здесь #.",
            ["1 объединение", "2 объединения", "5 объединений", "11 объединений", "21 объединение"],
        ),
        english: (
            "There # here.",
            [
                "is 1 association",
                "are 2 associations",
                "are 5 associations",
                "are 11 associations",
                "are 21 associations",
            ],
        ),
    },
    Counted {
        key: "organisations-members-text",
        counts: &["count"],
        russian: ("МО\n\nВ составе #.", ["1 человек", "2 человека", "5 человек", "11 человек", "21 человек"]),
        english: ("МО\n\n#.", ["1 member", "2 members", "5 members", "11 members", "21 members"]),
    },
    Counted {
        key: "organisations-school-text",
        counts: &["staff", "associations"],
        russian: (
            "МО\nЛугобор\n\nВ боте #.",
            [
                "1 человек, 1 объединение",
                "2 человека, 2 объединения",
                "5 человек, 5 объединений",
                "11 человек, 11 объединений",
                "21 человек, 21 объединение",
            ],
        ),
        english: (
            "МО\nЛугобор\n\n#.",
            [
                "1 person in the bot, 1 association",
                "2 people in the bot, 2 associations",
                "5 people in the bot, 5 associations",
                "11 people in the bot, 11 associations",
                "21 people in the bot, 21 associations",
            ],
        ),
    },
    Counted {
        key: "portfolio-due-text",
        counts: &["count"],
        russian: (
            "Аттестация в этом учебном году\n\nСрок категории заканчивается у #:",
            ["1 человека", "2 человек", "5 человек", "11 человек", "21 человека"],
        ),
        english: (
            "Attestation in this school year\n\n#:",
            [
                "The category of 1 person expires",
                "The categories of 2 people expire",
                "The categories of 5 people expire",
                "The categories of 11 people expire",
                "The categories of 21 people expire",
            ],
        ),
    },
    Counted {
        key: "portfolio-entries-text",
        counts: &["count"],
        russian: ("Мои записи\n\n#", ["1 запись", "2 записи", "5 записей", "11 записей", "21 запись"]),
        english: ("My entries\n\n#", ["1 entry", "2 entries", "5 entries", "11 entries", "21 entries"]),
    },
    Counted {
        key: "audiences-count-all",
        counts: &["count"],
        russian: ("#", ["1 человек", "2 человека", "5 человек", "11 человек", "21 человек"]),
        english: ("#", ["1 person", "2 people", "5 people", "11 people", "21 people"]),
    },
    Counted {
        key: "audiences-count-text",
        counts: &["count"],
        russian: (
            "#, из них сейчас недоступны 3",
            ["1 человек", "2 человека", "5 человек", "11 человек", "21 человек"],
        ),
        english: ("#, not reachable now: 3", ["1 person", "2 people", "5 people", "11 people", "21 people"]),
    },
    Counted {
        key: "audiences-silent-title",
        counts: &["days"],
        russian: ("#", ["1 день", "2 дня", "5 дней", "11 дней", "21 день"]),
        english: ("#", ["1 day", "2 days", "5 days", "11 days", "21 days"]),
    },
    Counted {
        key: "broadcasts-confirm-send",
        counts: &["count"],
        russian: ("Да, отправить #", ["1 человеку", "2 людям", "5 людям", "11 людям", "21 человеку"]),
        english: ("Yes, send to #", ["1 person", "2 people", "5 people", "11 people", "21 people"]),
    },
    Counted {
        key: "meetings-confirm-call",
        counts: &["count"],
        russian: ("Да, созвать #", ["1 человека", "2 человек", "5 человек", "11 человек", "21 человека"]),
        english: ("Yes, call #", ["1 person", "2 people", "5 people", "11 people", "21 people"]),
    },
    Counted {
        key: "meetings-certificates-all",
        counts: &["count"],
        russian: (
            "Выдать #",
            ["1 сертификат", "2 сертификата", "5 сертификатов", "11 сертификатов", "21 сертификат"],
        ),
        english: (
            "Give #",
            ["1 certificate", "2 certificates", "5 certificates", "11 certificates", "21 certificates"],
        ),
    },
    Counted {
        key: "meetings-certificates-toast",
        counts: &["count"],
        russian: (
            "#",
            [
                "1 сертификат уходит",
                "2 сертификата уходят",
                "5 сертификатов уходят",
                "11 сертификатов уходят",
                "21 сертификат уходит",
            ],
        ),
        english: (
            "#",
            [
                "1 certificate is on its way",
                "2 certificates are on their way",
                "5 certificates are on their way",
                "11 certificates are on their way",
                "21 certificates are on their way",
            ],
        ),
    },
    Counted {
        key: "meetings-called-word",
        counts: &["count"],
        russian: (
            "Зову #. Ответы появятся здесь.",
            ["1 человека", "2 человек", "5 человек", "11 человек", "21 человека"],
        ),
        english: (
            "Calling #. Answers appear here.",
            ["1 person", "2 people", "5 people", "11 people", "21 people"],
        ),
    },
    Counted {
        key: "meetings-list-text",
        counts: &["mine"],
        russian: ("Встречи\n\nВпереди #.", ["1 встреча", "2 встречи", "5 встреч", "11 встреч", "21 встреча"]),
        english: (
            "Meetings\n\n# ahead.",
            ["1 meeting", "2 meetings", "5 meetings", "11 meetings", "21 meetings"],
        ),
    },
];

#[test]
fn every_number_is_followed_by_its_word() {
    let texts = Texts::load().expect("texts");
    for counted in TABLE.iter().chain(&work::TABLE) {
        for (language, (frame, words)) in [(Language::Ru, counted.russian), (Language::En, counted.english)] {
            let texts = texts.in_language(language);
            for (number, words) in NUMBERS.into_iter().zip(words) {
                let mut args = uncounted();
                args.retain(|(name, _)| !counted.counts.contains(name));
                args.extend(counted.counts.iter().map(|name| (*name, Arg::from(number))));
                let said = texts.markup(counted.key, &args).visible();
                assert_eq!(said, frame.replace('#', words), "{} for {number}", counted.key);
            }
        }
    }
}

/// What the texts take besides their numbers.
fn uncounted() -> Vec<(&'static str, Arg)> {
    let words = [
        ("words", "школа"),
        ("kind", "audit"),
        ("name", "Анна Петрова"),
        ("title", "МО"),
        ("settlement", "Лугобор"),
        ("year", "2026/27"),
        ("role", "педагог"),
        ("place", "Школа № 1"),
        ("state", "open"),
        ("single", "no"),
        ("until", "01.02.2027"),
        ("ordered", "no"),
        ("headed", "no"),
        ("lasting", "permanent"),
        ("later", "no"),
        ("code", "1234 5678"),
        ("post", "учитель"),
        ("grade", "первая"),
        ("lacks", "тема"),
    ];
    let numbers = [
        ("most", Arg::from(600)),
        ("all", Arg::from(40)),
        ("open", Arg::from(0)),
        ("unreachable", Arg::from(3)),
        ("refused", Arg::from(0)),
        ("soon", Arg::from(0)),
    ];
    words.map(|(name, said)| (name, Arg::from(said))).into_iter().chain(numbers).collect()
}

#[test]
fn the_table_leaves_no_counting_text_out() {
    let listed: BTreeSet<String> =
        TABLE.iter().chain(&work::TABLE).map(|counted| counted.key.to_owned()).collect();
    for language in Language::ALL {
        assert_eq!(counting_keys(language), listed, "{}", language.code());
    }
}

/// The keys of the texts that choose a form by number.
fn counting_keys(language: Language) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language.code());
    let mut keys = BTreeSet::new();
    for file in fs::read_dir(folder).expect("a folder of texts") {
        let source = fs::read_to_string(file.expect("a file").path()).expect("texts");
        let mut key = String::new();
        for line in source.lines() {
            if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(char::is_alphabetic)) {
                name.clone_into(&mut key);
            }
            if line.contains("[one]") {
                keys.insert(key.clone());
            }
        }
    }
    keys
}

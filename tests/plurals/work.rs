//! The rows about accounts, consultations, courses, meetings, questionnaires and attestation.
//! Not here: the check, and the rows about everything else.

use super::super::Counted;

pub(in super::super) const TABLE: [Counted; 19] = [
    Counted {
        key: "accounts-code-explained",
        counts: &["minutes"],
        russian: (
            "Другой аккаунт\n\nЕсли у Вас новый телефон или второй аккаунт, можно приходить и с него: всё останется на месте. Я дам код на #, его нужно написать мне с другого аккаунта.",
            ["1 минуту", "2 минуты", "5 минут", "11 минут", "21 минуту"],
        ),
        english: (
            "Another account\n\nWith a new phone or a second account you can come from there too: everything stays in its place. I give you a code for #; write it to me from the other account.",
            ["1 minute", "2 minutes", "5 minutes", "11 minutes", "21 minutes"],
        ),
    },
    Counted {
        key: "accounts-code-text",
        counts: &["minutes"],
        russian: (
            "Код для другого аккаунта: 1234 5678\n\nНачните с него разговор со мной, нажмите «Я уже есть в боте» и напишите этот код. Он действует # и только один раз. Никому его не сообщайте: кто введёт код, войдёт как Вы.",
            ["1 минуту", "2 минуты", "5 минут", "11 минут", "21 минуту"],
        ),
        english: (
            "The code for another account: 1234 5678\n\nStart a conversation with me from it, press “I am here already” and write this code. It holds for # and only once. Tell it to nobody: whoever enters the code comes in as you.",
            ["1 minute", "2 minutes", "5 minutes", "11 minutes", "21 minutes"],
        ),
    },
    Counted {
        key: "accounts-pleas-text",
        counts: &["count"],
        russian: (
            "Вернуть доступ #.",
            [
                "просит 1 человек",
                "просят 2 человека",
                "просят 5 человек",
                "просят 11 человек",
                "просит 21 человек",
            ],
        ),
        english: (
            "# for a lost account.",
            ["1 person asks", "2 people ask", "5 people ask", "11 people ask", "21 people ask"],
        ),
    },
    Counted {
        key: "accounts-try-word",
        counts: &["left"],
        russian: (
            "Такого кода нет, или он уже не действует. #.",
            [
                "Осталась 1 попытка",
                "Осталось 2 попытки",
                "Осталось 5 попыток",
                "Осталось 11 попыток",
                "Осталась 21 попытка",
            ],
        ),
        english: (
            "There is no such code, or it holds no more. # left.",
            ["1 try is", "2 tries are", "5 tries are", "11 tries are", "21 tries are"],
        ),
    },
    Counted {
        key: "consultations-files",
        counts: &["count"],
        russian: ("📎 #", ["1 вложение", "2 вложения", "5 вложений", "11 вложений", "21 вложение"]),
        english: (
            "📎 #",
            ["1 attachment", "2 attachments", "5 attachments", "11 attachments", "21 attachments"],
        ),
    },
    Counted {
        key: "threads-message-files",
        counts: &["count"],
        russian: ("📎 #", ["1 вложение", "2 вложения", "5 вложений", "11 вложений", "21 вложение"]),
        english: (
            "📎 #",
            ["1 attachment", "2 attachments", "5 attachments", "11 attachments", "21 attachments"],
        ),
    },
    Counted {
        key: "courses-import-done",
        counts: &["added"],
        russian: (
            "# Все строки подошли.",
            [
                "Записан 1 курс.",
                "Записано 2 курса.",
                "Записано 5 курсов.",
                "Записано 11 курсов.",
                "Записан 21 курс.",
            ],
        ),
        english: (
            "# written down. Every row was fine.",
            ["1 course was", "2 courses were", "5 courses were", "11 courses were", "21 courses were"],
        ),
    },
    Counted {
        key: "courses-import-take",
        counts: &["count"],
        russian: ("Записать #", ["1 курс", "2 курса", "5 курсов", "11 курсов", "21 курс"]),
        english: ("Write # down", ["1 course", "2 courses", "5 courses", "11 courses", "21 courses"]),
    },
    Counted {
        key: "hot_line-told",
        counts: &["count"],
        russian: (
            "Горячая линия: # Вами.",
            [
                "1 ответ, предложенный",
                "2 ответа, предложенных",
                "5 ответов, предложенных",
                "11 ответов, предложенных",
                "21 ответ, предложенный",
            ],
        ),
        english: (
            "Hot line: # proposed by you.",
            ["1 answer", "2 answers", "5 answers", "11 answers", "21 answers"],
        ),
    },
    Counted {
        key: "portfolio-reminder-text",
        counts: &["days"],
        russian: (
            "Скоро аттестация\n\nучитель, категория: первая. Она действует до 01.02.2027, #.\n\nВ портфолио пока не хватает: тема.",
            ["остался 1 день", "осталось 2 дня", "осталось 5 дней", "осталось 11 дней", "остался 21 день"],
        ),
        english: (
            "Your attestation is near\n\nучитель, category: первая. It holds until 01.02.2027, # left.\n\nWhat your portfolio still lacks: тема.",
            ["1 day is", "2 days are", "5 days are", "11 days are", "21 days are"],
        ),
    },
    Counted {
        key: "threads-told",
        counts: &["count"],
        russian: (
            "Переписка через бота: #.",
            [
                "1 Ваше сообщение",
                "2 Ваших сообщения",
                "5 Ваших сообщений",
                "11 Ваших сообщений",
                "21 Ваше сообщение",
            ],
        ),
        english: (
            "Conversations through the bot: # of yours.",
            ["1 message", "2 messages", "5 messages", "11 messages", "21 messages"],
        ),
    },
    Counted {
        key: "questionnaires-audience-invite",
        counts: &["count"],
        russian: ("Пригласить #", ["1 человека", "2 человек", "5 человек", "11 человек", "21 человека"]),
        english: ("Invite #", ["1 person", "2 people", "5 people", "11 people", "21 people"]),
    },
    Counted {
        key: "questionnaires-results-answered",
        counts: &["count"],
        russian: (
            "#.",
            [
                "Ответил 1 человек",
                "Ответили 2 человека",
                "Ответили 5 человек",
                "Ответили 11 человек",
                "Ответил 21 человек",
            ],
        ),
        english: ("# answered.", ["1 person", "2 people", "5 people", "11 people", "21 people"]),
    },
    Counted {
        key: "questionnaires-sheet-rows",
        counts: &["count"],
        russian: ("# нужно поправить:", ["1 строку", "2 строки", "5 строк", "11 строк", "21 строку"]),
        english: (
            "# mending:",
            ["1 row needs", "2 rows need", "5 rows need", "11 rows need", "21 rows need"],
        ),
    },
    Counted {
        key: "meetings-shared-text",
        counts: &["count"],
        russian: (
            "К встрече «Анна Петрова» есть #.",
            ["1 материал", "2 материала", "5 материалов", "11 материалов", "21 материал"],
        ),
        english: (
            "There # for “Анна Петрова”.",
            ["is 1 file", "are 2 files", "are 5 files", "are 11 files", "are 21 files"],
        ),
    },
    Counted {
        key: "meetings-card-papers",
        counts: &["count"],
        russian: ("#", ["1 материал", "2 материала", "5 материалов", "11 материалов", "21 материал"]),
        english: ("#", ["1 file", "2 files", "5 files", "11 files", "21 files"]),
    },
    Counted {
        key: "meetings-ahead-week",
        counts: &["count"],
        russian: ("На этой неделе #.", ["1 встреча", "2 встречи", "5 встреч", "11 встреч", "21 встреча"]),
        english: ("# this week.", ["1 meeting", "2 meetings", "5 meetings", "11 meetings", "21 meetings"]),
    },
    Counted {
        key: "meetings-year-done",
        counts: &["count"],
        russian: (
            "# в плане. Приглашения уйдут не сразу, а заранее, перед каждой: дни — в таблице ниже.",
            ["1 встреча", "2 встречи", "5 встреч", "11 встреч", "21 встреча"],
        ),
        english: (
            "# in the plan. Invitations do not go out at once but some weeks before each: the days stand in the sheet below.",
            ["1 meeting is", "2 meetings are", "5 meetings are", "11 meetings are", "21 meetings are"],
        ),
    },
    Counted {
        key: "meetings-year-take",
        counts: &["count"],
        russian: ("Созвать #", ["1 встречу", "2 встречи", "5 встреч", "11 встреч", "21 встречу"]),
        english: ("Call #", ["1 meeting", "2 meetings", "5 meetings", "11 meetings", "21 meetings"]),
    },
];

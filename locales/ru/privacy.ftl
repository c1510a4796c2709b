privacy-back = ‹ Мои данные

# Забрать с собой.
privacy-take-button = Забрать с собой
privacy-take-text = Вот всё, что о Вас хранится. Ниже два файла: первый удобно читать, второй пригодится программам: в нём всё до последней строки.
privacy-take-nothing = О Вас хранится только идентификатор в мессенджере, забирать с собой пока нечего.
privacy-take-paper = Мои данные.docx
privacy-take-paper-caption = Для чтения
privacy-take-file = Мои данные.json
privacy-take-file-caption = Для программ
privacy-take-files = Присланные файлы ({ $count })
privacy-files-text = { $count ->
    [one] Вы прислали <b>{ $count } файл</b>. Отправляю понемногу.
    [few] Вы прислали <b>{ $count } файла</b>. Отправляю понемногу.
   *[many] Вы прислали <b>{ $count } файлов</b>. Отправляю понемногу.
 }
privacy-files-more = Ещё файлы ›
privacy-paper-title = Данные, которые хранит о Вас «Методист»
privacy-paper-made = Составлено { $moment }. Оператор: { $operators }.
privacy-paper-short = Коротко
privacy-paper-consent = Согласие, версия { $version }: дано { $moment }, { $messenger }
privacy-table = { $table ->
    [persons] имя, дата рождения, начало работы, настройки
    [contacts] идентификатор в мессенджере
    [consents] согласия
    [employments] места работы и должности
    [account_codes] коды для другого аккаунта
    [account_tries] попытки ввести код
    [account_moves] подключение аккаунтов
    [employment_subjects] предметы
    [roles] роли в методической службе
    [attachments] присланные файлы
    [attachment_references] номера файлов в мессенджере
    [letters] сообщения бота
    [letter_messages] номера сообщений бота
    [attempts] прохождения самодиагностики
    [answers] ответы самодиагностики
    [competence_scores] результаты самодиагностики
    [audit_entries] записи журнала доступа
    [drafts] начатое и не законченное
    [conversations] открытый экран
    [association_members] участие в объединениях
    [courses] курсы и переподготовка
    [meetings] созванные встречи
    [meeting_invited] встречи, на которые Вас звали
    [lesson_sheets] анализ открытых уроков
    [portfolio_entries] записи портфолио
    [portfolio_categories] квалификационные категории
    [portfolio_studies] самообразование
    [pool_members] карточка методического актива
    [pool_edition_lines] строки утверждённых списков актива
    [invitations] созданные приглашения
    [invitation_uses] принятые приглашения
    [confirmations] подтверждения места работы
    [roster_imports] загруженные списки людей
    [roster_people] строка в списке людей
    [roster_matches] совпадения со списком
   *[other] { $table }
 }
privacy-said = { $is ->
    [true] да
   *[false] нет
 }
privacy-word = { $word ->
    [live] на связи
    [blocked] закрыл доступ
    [gone] отключён
    [telegram] Telegram
    [begun] начато
    [finished] закончено
    [deficit] зона развития
    [neither] посередине
    [strength] сильная сторона
    [self_rated] самооценка
    [auto_checked] проверка ответов
    [notice] уведомление
    [reminder] напоминание
    [bulk] рассылка
    [post] сообщение
    [replacement] замена сообщения
    [withdrawal] отзыв сообщения
    [owed] ещё не отправлено
    [delivered] отправлено
    [ended] больше не нужно
    [stale] устарело
    [unreachable] не дошло
    [unsure] неизвестно, дошло ли
   *[other] { $word }
 }
privacy-column = { $column ->
    [family_name] Фамилия
    [given_name] Имя
    [reply] Ответ
    [reason] Почему
    [attended_at] Отмечен приход
    [part] Кем
    [award] Итог
    [certified_at] Выдан сертификат
    [answers] Ответы
    [kept_at] В портфолио с
    [patronymic] Отчество
    [career_began_year] Год начала работы
    [birth_date] Дата рождения
    [language] Язык
    [time_zone] Часовой пояс
    [quiet_from_minute] Тихие часы начинаются, минут после полуночи
    [quiet_to_minute] Тихие часы кончаются, минут после полуночи
    [created_at] Появилось
    [registered_at] Знакомство закончено
    [messenger] Мессенджер
    [external_id] Идентификатор
    [state] Состояние
    [seen_at] Последний раз на связи
    [version] Версия
    [given_at] Дано
    [post] Должность
    [is_main] Основное место
    [began_at] С
    [ended_at] По
    [subject] Предмет
    [role] Роль
    [name] Название
    [kind] Вид
    [capability] Раздел
    [matter] О чём
    [form] Что это
    [class] Срочность
    [due_at] Срок
    [useless_after] Годится до
    [settled_at] Завершено
    [sent_at] Отправлено
    [message] Номер сообщения
    [outcome] Итог
    [questionnaire] Анкета
    [profile] Профиль на момент ответа
    [consented_at] Отдельное согласие
    [begun_at] Начато
    [touched_at] Изменено
    [finished_at] Закончено
    [question] Вопрос
    [value] Ответ
    [answered_at] Когда
    [area] Область
    [title] Название
    [source] Откуда
    [score] Балл
    [level] Уровень
    [finding] Вывод
    [measured_at] Когда
    [happened_at] Когда
    [deed] Что сделано
    [step] Что начато
    [address] Экран
    [updated_at] Изменено
    [changed_at] Изменено
    [share_percent] Ставка, %
    [provider] Кто проводил
    [hours] Часов
    [began_on] Начало
    [ended_on] Окончание
    [in_register] Из федерального реестра
    [by_deficit] По итогам диагностики
    [day] Дата
    [words] Описание
    [grade] Категория
    [given_on] Присвоена
    [until_on] Действует до
    [topic] Тема
    [plan] План
    [report] Отчёт
    [is_admitted] В методическом активе
    [record] Что записано
    [line] Строка списка
    [file_name] Имя файла
    [basis] Основание
    [row_count] Строк
    [name_key] Имя для поиска
    [imported_at] Загружено
    [found_at] Найдено
    [used_at] Принято
    [decided_at] Решено
    [confirmed_at] Подтверждено
    [most_uses] На сколько человек
    [uses] Сколько пришло
    [expires_at] Действует до
    [revoked_at] Отозвано
    [is_urgent] Срочно
    [tries] Сколько раз отправляли
    [event_at] Когда событие
    [expects] Чего бот ждёт
    [reference] Номер файла в мессенджере
   *[other] { $column }
 }

# Сроки хранения.
privacy-periods-button = Сроки хранения
privacy-periods-title = <b>Сколько что хранится</b>

    Отозвать согласие и удалить всё можно в любой день. Если этого не делать, удаляется само:
privacy-periods-line = • { $kind ->
    [unclaimed] имена из списков организации, за которыми никто не пришёл
    [unfinished] знакомство, которое начали и не закончили
    [blocked] данные тех, кто заблокировал бота
    [silent] данные тех, от кого ничего не слышно; за месяц бот предупредит
    [strangers] идентификатор в мессенджере без согласия
    [letters] сообщения, которые бот уже отправил
    [announcements] объявления, отметки о них и ответы на них
    [consultations] закрытые вопросы методистам с перепиской
    [meetings] прошедшие встречи и кто на них был
    [meeting_details] имена гостей встреч и почему кто-то не пришёл
    [audit] журнал доступа
   *[acts] акты об уничтожении, без имён
 }: { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }

# Отзыв согласия.
privacy-withdraw-button = Отозвать согласие
privacy-withdraw-question = <b>Отозвать согласие и удалить всё?</b>

    Исчезнут имя, места работы, роли, файлы, ответы и результаты. Всё, что бот собирался Вам написать, отменится. Вернуть удалённое не получится, но прийти заново можно всегда.
privacy-withdraw-stays = Останется без Вашего имени:
    • идентификатор в мессенджере, чтобы бот мог ответить: { $strangers ->
    [one] { $strangers } день
    [few] { $strangers } дня
   *[many] { $strangers } дней
 } после последнего сообщения
    • записи журнала доступа с ключом, который никуда не ведёт: { $audit ->
    [one] { $audit } день
    [few] { $audit } дня
   *[many] { $audit } дней
 }
    • акт об уничтожении, его требует приказ Роскомнадзора № 179: { $acts ->
    [one] { $acts } день
    [few] { $acts } дня
   *[many] { $acts } дней
 }
privacy-withdraw-yes = Да, удалить всё
privacy-withdraw-no = Нет, оставить
privacy-farewell-text = Согласие отозвано, всё личное удалено. Остался только Ваш идентификатор в мессенджере.

    Спасибо, что были с нами. Вернуться можно в любой день.
privacy-farewell-return = Прийти заново
privacy-silence-text = Вы давно не заглядывали, а хранить данные дольше, чем нужно, нельзя. <b>{ $day }</b> всё, что о Вас записано, удалится.

    Хотите остаться? Нажмите кнопку, и всё сохранится.
privacy-silence-brief = { $day } Ваши данные удалятся, если Вы не заглянете

# Акты об уничтожении.
privacy-acts-button = Акты об уничтожении данных
privacy-acts-text = { $count ->
    [0] Данные пока ни у кого не удалялись. Когда человек отзовёт согласие или выйдет срок хранения, здесь появится акт.
    [one] <b>{ $count } акт</b> об уничтожении персональных данных. Имён в актах нет, только внутренние номера.
    [few] <b>{ $count } акта</b> об уничтожении персональных данных. Имён в актах нет, только внутренние номера.
   *[many] <b>{ $count } актов</b> об уничтожении персональных данных. Имён в актах нет, только внутренние номера.
 }
privacy-acts-line = { $day } · { $reason ->
    [withdrawn] отзыв согласия
    [unclaimed] никто не пришёл
    [unfinished] знакомство не закончено
    [blocked] бот заблокирован
    [silent] давно не слышно
   *[restored] после восстановления
 }
privacy-acts-newer = ‹ Новее
privacy-acts-older = Раньше ›
privacy-acts-log = Выгрузка из журнала
privacy-acts-back = ‹ К актам
privacy-act-unknown = Такого акта здесь нет. Вот где Вы сейчас:
privacy-act-text = Акт готов. Распечатайте его, допишите пустые строки и подпишите.
privacy-act-paper = Акт об уничтожении { $day }.docx
privacy-act-caption = Акт об уничтожении персональных данных
privacy-act-title = АКТ об уничтожении персональных данных
privacy-act-head = Сведения
privacy-act-words = Содержание
privacy-act-by-hand = ______________________________
privacy-act-basis = Акт составлен по приказу Роскомнадзора от 28.10.2022 № 179. Хранится три года вместе с выгрузкой из журнала регистрации событий.
privacy-act-signature = Ответственное лицо: ____________________  Дата, подпись: ____________________
privacy-act-field = { $field ->
    [operator] Оператор
    [address] Адрес оператора
    [processor] Кто обрабатывал по поручению оператора, адрес
    [subject] Чьи данные уничтожены
    [categories] Категории данных
    [system] Информационная система
    [way] Способ уничтожения
    [reason] Причина уничтожения
    [day] Дата уничтожения
   *[who] Кто уничтожил: фамилия, имя, отчество, должность
 }
privacy-act-subject = человек с внутренним номером { $id }; имя уничтожено вместе с данными
privacy-act-system = информационная система «Методист»
privacy-act-way = автоматическое удаление записей из базы данных средствами информационной системы
privacy-act-reason = { $reason ->
    [withdrawn] субъект персональных данных отозвал согласие
    [unclaimed] вышел срок хранения: человек из списка организации не пришёл
    [unfinished] вышел срок хранения: знакомство не закончено
    [blocked] вышел срок хранения: человек заблокировал бота и не вернулся
    [silent] вышел срок хранения: от человека давно ничего не слышно
   *[restored] данные уже уничтожались и вернулись с резервной копией
 }
privacy-log-sheet = Уничтожение данных
privacy-log-table = Выгрузка об уничтожении.xlsx
privacy-log-caption = Выгрузка из журнала регистрации событий
privacy-log-text = Выгрузка готова: все акты одной таблицей.

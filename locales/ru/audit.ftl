audit-command-audit = Журнал доступа
audit-title = <b>Журнал доступа</b>

    Кто открывал карточки людей и менял роли, новые записи сверху.
audit-nothing = В журнале пока пусто. Здесь появится, кто открывал карточки людей и менял роли.
audit-line = <b>{ $moment }</b>, { $actor }
    { $deed ->
    [saw-card] Открыта карточка: { $subject }
    [saw-profile] Открыт профиль дефицитов: { $subject }
    [gave-role] Назначение: { $subject }, { $role }
    [ended-role] Снята роль: { $subject }, { $role }
    [added-member] В объединение: { $subject }
    [removed-member] Из объединения: { $subject }
    [marked-school] Изменены отметки: { $subject }
    [declined-role] Отклонена роль: { $subject }, { $role }
    [invited] Создано приглашение: { $role }
    [revoked-invitation] Отозвано приглашение: { $role }
    [imported-list] Загружен список людей
    [joined-people] Подтверждено: { $subject } и человек из списка — один человек
    [parted-people] Разделены снова: { $subject } и человек из списка
    [left-role] Роль закончилась вместе с работой в организации: { $role }
    [took-people] Скачан список людей таблицей
    [took-audit] Скачан журнал таблицей
    [confirmed-person] Подтверждён человек: { $subject }
    [joined-pool] В методический актив: { $subject }
    [left-pool] Из методического актива: { $subject }
    [overrode-checks] В методический актив с оговоркой: { $subject }
    [added-account] Подключён ещё один аккаунт: { $subject }
    [joined-accounts] Аккаунты соединены: { $subject }
    [parted-accounts] Аккаунт отключён: { $subject }
    [declined-account] Не возвращён доступ: { $subject }
    [imported-courses] Загружен список курсов
    [sent-to-many] Отправлено или запланировано многим
    [held-send] Отправка придержана
    [released-send] Отправка продолжена
    [stopped-send] Отправка остановлена
    [corrected-send] Отправленное исправлено
    [recalled-send] Отправленное отозвано
   *[returned-role] Возвращена роль: { $subject }, { $role }
 }
audit-mine-button = Кто смотрел мои данные
audit-mine-title = <b>Кто смотрел Ваши данные</b>
audit-mine-nothing = Вашу карточку никто не открывал, и роли Вам никто не менял.
audit-mine-line = <b>{ $moment }</b>, { $actor }
    { $deed ->
    [saw-card] Открыта Ваша карточка
    [saw-profile] Открыт Ваш профиль дефицитов
    [gave-role] Вам дана роль: { $role }
    [ended-role] С Вас снята роль: { $role }
    [added-member] Вас включили в объединение
    [removed-member] Вас вывели из объединения
    [declined-role] Вам не дана роль: { $role }
    [imported-list] Загружен список людей
    [joined-people] Подтверждено: Вы и человек из списка — один человек
    [parted-people] Разделены снова: Вы и человек из списка
    [confirmed-person] Подтверждено, что Вы здесь работаете
    [joined-pool] Вас включили в методический актив
    [left-pool] Вас исключили из методического актива
    [overrode-checks] Вас включили в методический актив с оговоркой
    [left-role] Роль закончилась вместе с работой в организации: { $role }
    [joined-accounts] К Вашей записи присоединён аккаунт
    [parted-accounts] От Вашей записи отключён аккаунт
    [declined-account] Вам не возвращён доступ
    [imported-courses] Загружен список курсов
    [sent-to-many] Отправлено или запланировано многим
    [held-send] Отправка придержана
    [released-send] Отправка продолжена
    [stopped-send] Отправка остановлена
    [corrected-send] Отправленное исправлено
    [recalled-send] Отправленное отозвано
   *[returned-role] Вам возвращена роль: { $role }
 }
audit-mine-back = ‹ Мои данные
audit-newer = ‹ Новее
audit-older = Раньше ›
audit-left = имя удалено
audit-told = <b>Журнал доступа:</b> кто и когда открывал Вашу карточку или менял Ваши роли, и чьи карточки открывали Вы.
audit-teacher = педагог
audit-table-button = Скачать таблицей
audit-table-text = { $count ->
    [one] Журнал готов: { $count } запись. Это скачивание в нём тоже записано.
    [few] Журнал готов: { $count } записи. Это скачивание в нём тоже записано.
   *[many] Журнал готов: { $count } записей. Это скачивание в нём тоже записано.
 }
audit-table-name = Журнал доступа.xlsx
audit-table-caption = Журнал доступа
audit-table-sheet = Журнал доступа
audit-table-back = ‹ Журнал доступа
audit-table-column = { $column ->
    [moment] Когда
    [actor] Кто
    [deed] Что сделано
    [subject] С чьими данными
   *[role] Роль
 }
audit-table-deed = { $deed ->
    [saw-card] Открыта карточка
    [saw-profile] Открыт профиль дефицитов
    [gave-role] Назначение
    [ended-role] Снята роль
    [added-member] Включение в объединение
    [removed-member] Вывод из объединения
    [marked-school] Изменены отметки школы
    [declined-role] Отклонена роль
    [invited] Создано приглашение
    [revoked-invitation] Отозвано приглашение
    [imported-list] Загружен список людей
    [joined-people] Подтверждено: это человек из списка
    [parted-people] Снова отделён человек из списка
    [left-role] Роль закончилась вместе с работой в организации
    [took-people] Скачан список людей
    [took-audit] Скачан журнал
    [confirmed-person] Подтверждён человек
    [joined-pool] Включение в методический актив
    [left-pool] Исключение из методического актива
    [overrode-checks] Включение в методический актив с оговоркой
    [added-account] Подключён ещё один аккаунт
    [joined-accounts] Аккаунты соединены
    [parted-accounts] Аккаунт отключён
    [declined-account] Не возвращён доступ
    [imported-courses] Загружен список курсов
    [sent-to-many] Отправлено или запланировано многим
    [held-send] Отправка придержана
    [released-send] Отправка продолжена
    [stopped-send] Отправка остановлена
    [corrected-send] Отправленное исправлено
    [recalled-send] Отправленное отозвано
   *[returned-role] Возвращена роль
 }

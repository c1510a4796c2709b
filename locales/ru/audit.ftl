audit-command-audit = Журнал доступа
audit-title = <b>Журнал доступа</b>

    Кто открывал карточки людей и менял роли, новые записи сверху.
audit-nothing = В журнале пока пусто. Здесь появится, кто открывал карточки людей и менял роли.
audit-line = <b>{ $moment }</b>, { $actor }
    { $deed ->
    [saw-card] Открыта карточка: { $subject }
    [gave-role] Назначение: { $subject }, { $role }
    [ended-role] Снята роль: { $subject }, { $role }
    [joined-pool] В методический актив: { $subject }
    [left-pool] Из методического актива: { $subject }
    [overrode-checks] В методический актив с оговоркой: { $subject }
   *[returned-role] Возвращена роль: { $subject }, { $role }
 }
audit-mine-button = Кто смотрел мои данные
audit-mine-title = <b>Кто смотрел Ваши данные</b>
audit-mine-nothing = Вашу карточку никто не открывал, и роли Вам никто не менял.
audit-mine-line = <b>{ $moment }</b>, { $actor }
    { $deed ->
    [saw-card] Открыта Ваша карточка
    [gave-role] Вам дана роль: { $role }
    [ended-role] С Вас снята роль: { $role }
    [joined-pool] Вас включили в методический актив
    [left-pool] Вас исключили из методического актива
    [overrode-checks] Вас включили в методический актив с оговоркой
   *[returned-role] Вам возвращена роль: { $role }
 }
audit-mine-back = ‹ Мои данные
audit-newer = ‹ Новее
audit-older = Раньше ›
audit-left = удалённый человек
audit-told = <b>Журнал:</b> кто и когда открывал Вашу карточку или менял Ваши роли, и то же о Ваших действиях.

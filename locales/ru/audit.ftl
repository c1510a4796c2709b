audit-command-audit = Журнал доступа
audit-title = <b>Журнал доступа</b>

    Кто открывал карточки людей и менял роли, новые записи сверху.
audit-nothing = В журнале пока пусто. Здесь появится, кто открывал карточки людей и менял роли.
audit-line = <b>{ $moment }</b>, { $actor }
    { $deed ->
    [saw-card] Открыта карточка: { $subject }
    [gave-role] Назначение: { $subject }, { $role }
    [ended-role] Снята роль: { $subject }, { $role }
    [declined-role] Отклонена роль: { $subject }, { $role }
    [invited] Создано приглашение: { $role }
    [revoked-invitation] Отозвано приглашение: { $role }
    [confirmed-person] Подтверждён человек: { $subject }
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
    [declined-role] Вам не дана роль: { $role }
    [confirmed-person] Подтверждено, что Вы здесь работаете
   *[returned-role] Вам возвращена роль: { $role }
 }
audit-mine-back = ‹ Мои данные
audit-newer = ‹ Новее
audit-older = Раньше ›
audit-left = удалённый человек
audit-told = <b>Журнал:</b> кто и когда открывал Вашу карточку или менял Ваши роли, и то же о Ваших действиях.
audit-teacher = педагог

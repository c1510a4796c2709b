directory-command-admin = Управление
directory-command-people = Люди
directory-admin-text = <b>Управление</b>

    Ваши роли: { $roles }.
directory-admin-waiting = { $label } ({ $count })
directory-admin-back = ‹ Управление

# Список людей.
directory-people-question = { $count ->
    [one] Здесь <b>{ $count } человек</b>.
    [few] Здесь <b>{ $count } человека</b>.
   *[many] Здесь <b>{ $count } человек</b>.
 }

    Выберите или напишите, кого ищете: имя, школу, должность, предмет или роль.
directory-people-found = { $count ->
    [one] По запросу «{ $words }» нашёлся <b>{ $count } человек</b>.
    [few] По запросу «{ $words }» нашлись <b>{ $count } человека</b>.
   *[many] По запросу «{ $words }» нашлось <b>{ $count } человек</b>.
 }
directory-people-unfound = По запросу «{ $words }» никого не нашлось. Попробуйте короче или откройте весь список.
directory-people-nobody = Здесь пока никого нет. Люди появятся, когда зарегистрируются.
directory-people-awaited = Ещё { $count } из списков, пока не в боте: найдите по имени, чтобы пригласить лично.
directory-people-awaited-entry = { $name } · ещё не в боте
directory-people-entry = { $name } · { $school }
directory-list-earlier = ‹ Предыдущие
directory-list-later = Ещё ›
directory-list-all = Показать всех
directory-out-of-sight = Этого здесь нет или оно Вам недоступно. Вот где Вы сейчас:

# Карточка.
directory-card-title = <b>{ $name }</b>
directory-card-place = { $school }
    { $taught ->
    [yes] { $post }: { $subjects }
   *[no] { $post }
 }
directory-card-awaited = <i>Ещё не в боте: человек из списка района.</i>
directory-card-unconfirmed = <i>Не подтверждено: человек зарегистрировался сам.</i>
directory-card-roles = <b>Роли</b>
directory-card-role = { $role }, { $place }, с { $since }
directory-card-reach = { $state ->
    [live] Сообщения доходят.
    [blocked] Бот заблокирован, сообщения не доходят.
   *[none] Мессенджер не подключён.
 }
directory-card-appoint = Назначить
directory-card-end = Снять роль: { $role }
directory-card-back = ‹ К списку
directory-back-card = ‹ К карточке

# Назначение и снятие роли.
directory-role-question = <b>{ $name }</b>

    Какую роль дать?
directory-role-button = { $role ->
    [school_leader] Руководитель организации
    [methodologist] Методист
    [coordinator] Координатор
   *[regional_coordinator] Региональный координатор
 }
directory-unit-question = <b>{ $name }</b>

    Роль: { $role }. Где?
directory-ask-question = <b>Подтвердите назначение</b>

    { $name }: { $title }, { $place }.

    { $role ->
    [school_leader] Будут видны люди этой организации, но не их ответы.
    [methodologist] В меню появится «Я консультирую»: там методист отмечает предметы и сколько заявок берёт.
    [coordinator] Будут видны люди района и журнал доступа. Можно будет назначать других.
   *[regional_coordinator] Будут видны люди всех районов. Можно будет назначать координаторов.
 }
directory-ask-yes = Подтвердить
directory-end-question = <b>Снять роль?</b>

    { $name }: { $role }, { $place }.{ $own ->
    [yes] { " " }Это Ваша роль: вернуть её сможет только другой координатор.
   *[no] { "" }
 }
directory-end-yes = Да, снять
directory-done-text = { $held ->
    [yes] Готово. <b>{ $name }</b>: { $role }, { $place }.
   *[no] Роль снята. <b>{ $name }</b>: { $role }, { $place }.
 }
directory-done-toast = Готово
directory-done-undo = Отменить назначение
directory-done-return = Вернуть роль
directory-too-late = Вернуть эту роль одним нажатием уже нельзя. Назначьте, пожалуйста, заново.
directory-last-coordinator = Это единственный координатор. Сначала назначьте другого, потом снимите эту роль.

# Письмо о роли.
directory-letter-given = Вам поручена роль: <b>{ $role }</b>, { $place }.

    { $can ->
    [association_head] Поздравляем! Состав объединения теперь ведёте Вы: откройте «Управление».
    [school_leader] Теперь Вам видны люди Вашей организации.
    [methodologist] Спасибо, что помогаете коллегам. В меню появилась кнопка «Я консультирую»: отметьте предметы и сколько заявок берёте.
    [coordinator] Теперь Вам видны люди района, и Вы можете назначать методистов и руководителей организаций.
   *[regional_coordinator] Теперь Вам видны люди всех районов, и Вы можете назначать координаторов.
 }
directory-letter-given-brief = Вам поручена роль: { $role }, { $place }
directory-letter-ended = Роль с Вас снята: <b>{ $role }</b>, { $place }. Спасибо за работу.
directory-letter-ended-brief = Роль с Вас снята: { $role }, { $place }

# Список таблицей.
directory-table-button = Скачать таблицей
directory-table-text = Список готов. Скачивание записано в журнале доступа.
directory-table-name = Люди.xlsx
directory-table-caption = Люди, которых Вы видите
directory-table-sheet = Люди
directory-table-column = { $column ->
    [family] Фамилия
    [given] Имя
    [patronymic] Отчество
    [school] Организация
    [post] Должность
    [subjects] Предметы
   *[roles] Роли
 }

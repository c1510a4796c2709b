invitations-invite-button = Пригласить
invitations-personal-button = Пригласить лично
invitations-back = ‹ Приглашения
invitations-earlier = ‹ Предыдущие
invitations-later = Ещё ›
invitations-out-of-sight = Этого приглашения здесь нет или оно Вам недоступно. Вот где Вы сейчас:

# Кого и куда.
invitations-role-title = { $role ->
    [teacher] педагог
    [school_leader] руководитель организации
    [methodologist] методист
    [coordinator] координатор
   *[regional_coordinator] региональный координатор
 }
invitations-whom-question = <b>Кого пригласить?</b>

    Я подготовлю ссылку, QR-код и листок для печати. Педагогам хватит одной общей ссылки. Для других ролей ссылка своя на каждого, и пришедшего Вы подтверждаете.
invitations-whom-button = { $role ->
    [teacher] Педагогов
    [school_leader] Руководителя организации
    [methodologist] Методиста
    [coordinator] Координатора
   *[regional_coordinator] Регионального координатора
 }
invitations-waiting-button = Ждут подтверждения ({ $count })
invitations-list-button = Приглашения ({ $count })
invitations-where-question = { $role ->
    [teacher] <b>В какую организацию позвать педагогов?</b>
    [school_leader] <b>Какой организацией руководит человек?</b>
   *[other] <b>Где будет эта роль?</b>
 }

    Выберите или напишите часть названия.
invitations-where-unfound = По запросу «{ $words }» ничего не нашлось. Попробуйте короче или откройте весь список.
invitations-where-all = Показать все
invitations-where-any = Любая: { $place }

# Приглашение.
invitations-list-question = <b>Приглашения</b>

    Нажмите на приглашение, чтобы увидеть, кто пришёл, отправить его ещё раз или отозвать.
invitations-list-nothing = Приглашений пока нет.
invitations-list-entry = { $role } · { $place } · { $count }
invitations-page-text = <b>Приглашение: { $role }</b>
    { $place }

    { $state ->
    [open] Действует до { $until }.
    [revoked] Отозвано: по этой ссылке больше никто не придёт.
    [expired] Срок закончился { $until }.
   *[used] Использовано.
 } { $single ->
    [yes] Ссылка на одного человека.
   *[no] { $count ->
    [0] Пока никто не пришёл.
    [one] Пришёл { $count } человек.
    [few] Пришли { $count } человека.
   *[many] Пришло { $count } человек.
 }
 }
invitations-page-meant = Для кого: <b>{ $name }</b>. Кто придёт по этой ссылке, получит то, что записано в списке. Передайте её лично.
invitations-page-comers = <b>Кто пришёл</b>
invitations-page-comer = { $name }, { $date }{ $state ->
    [waiting] , ждёт подтверждения
    [confirmed] , роль дана
    [declined] , роль не дана
   *[in] { "" }
 }
invitations-page-more = { $count ->
    [one] и ещё { $count } человек
    [few] и ещё { $count } человека
   *[many] и ещё { $count } человек
 }
invitations-page-send = Ссылка, QR-код и листок
invitations-page-revoke = Отозвать
invitations-page-back = ‹ К списку
invitations-revoke-question = <b>Отозвать приглашение?</b>

    { $role }, { $place }. По ссылке и QR-коду больше никто не придёт. Кто уже пришёл, останется.
invitations-revoke-yes = Да, отозвать
invitations-revoke-no = Нет, оставить
invitations-revoked-toast = Отозвано
invitations-done-toast = Готово

# То, что передают.
invitations-papers-hint = Ниже сообщение с QR-кодом: перешлите его тем, кого приглашаете.{ $sheet ->
    [yes] { " " }За ним листок для учительской, его можно распечатать.
   *[no] { "" }
 }
invitations-forward-text = { $role ->
    [teacher] Здравствуйте, коллеги! Приглашаем вас в «Методист»: это помощник педагогов в мессенджере. С ним легко увидеть, на что опереться и что развивать.
    [personal] Здравствуйте, { $name }! Приглашаем Вас в «Методист»: это помощник педагогов в мессенджере. С ним легко увидеть, на что опереться и что развивать.
    [school_leader] Здравствуйте! Приглашаем Вас в «Методист», помощник педагогов, как руководителя организации.
    [methodologist] Здравствуйте! Приглашаем Вас в «Методист», помощник педагогов, как методиста.
    [coordinator] Здравствуйте! Приглашаем Вас в «Методист», помощник педагогов, как координатора.
   *[regional_coordinator] Здравствуйте! Приглашаем Вас в «Методист», помощник педагогов, как регионального координатора.
 }

    { $place }

    Откройте ссылку и нажмите «Начать», знакомство займёт пару минут:
    { $link }

    { $role ->
    [teacher] Ссылка действует до { $until }.
   *[other] Ссылка только для Вас, она действует до { $until }.
 }
invitations-sheet-title = «Методист»: помощник педагогов
invitations-sheet-point = Наведите камеру телефона на код
invitations-sheet-start = Откройте ссылку и нажмите «Начать»
invitations-sheet-answer = Ответьте на несколько вопросов о себе
invitations-sheet-until = Действует до { $until }
invitations-sheet-file = Приглашение.pdf
invitations-sheet-caption = Листок для учительской: распечатайте и повесьте на видном месте.

# Кто пришёл по ссылке.
invitations-welcome-word = { $role ->
    [teacher] Вас приглашают: <b>{ $place }</b>.
   *[other] Вас приглашают: <b>{ $title }</b>, { $place }.
 }
invitations-welcome-question = Принять приглашение?
invitations-welcome-accept = Принять
invitations-came-open = { $role ->
    [teacher] Приглашение принято: { $place }.{ $there ->
    [yes] { "" }
   *[no] { " " }Это ещё одно место работы? Добавьте его в профиле.
 }
   *[other] Приглашение принято. Роль «{ $title }», { $place }, ждёт подтверждения. Когда её дадут, я напишу. Всё, что открыто педагогам, уже работает.
 }
invitations-came-claimed = То, что было о Вас в списке района, теперь в профиле: проверьте, всё ли верно.
invitations-came-own = Это Ваше собственное приглашение: перешлите его тем, кого зовёте.
invitations-came-already = По этому приглашению Вы уже пришли: { $place }. Всё в порядке.
invitations-came-revoked = Это приглашение отозвано. Начать можно и без него, а новое попросите у того, кто Вас пригласил.
invitations-came-expired = Срок этого приглашения закончился. Начать можно и без него, а новое попросите у того, кто Вас пригласил.
invitations-came-used = { $role ->
    [teacher] По этому приглашению пришли уже все, на кого оно рассчитано. Начать можно и без него.
   *[other] По этому приглашению уже пришёл другой человек: оно было на одного. Начать можно и без него, а новое попросите у того, кто Вас пригласил.
 }
invitations-came-unknown = Такого приглашения не нахожу: возможно, ссылка скопировалась не целиком. Начать можно и без неё.

# Подтверждение.
invitations-waiting-text = { $count ->
    [0] <b>Ждут подтверждения</b>

    Сейчас никто не ждёт.
    [one] <b>Ждёт подтверждения { $count } человек</b>
    [few] <b>Ждут подтверждения { $count } человека</b>
   *[many] <b>Ждут подтверждения { $count } человек</b>
 }
invitations-waiting-entry = { $name } · { $role }
invitations-waiting-back = ‹ Ждут подтверждения
invitations-comer-text = <b>{ $name }</b>
    { $schools }

    { $state ->
    [waiting] Роль по приглашению: { $role }, { $place }. Дать её?
    [confirmed] Роль дана: { $role }, { $place }.
   *[declined] Роль не дана: { $role }, { $place }. Права педагога остались.
 }
invitations-comer-confirm = Подтвердить
invitations-comer-decline = Отклонить
invitations-not-working-there = В профиле человека нет этой организации. Попросите добавить это место работы, потом подтвердите роль.

# Письма.
invitations-letter-waiting = По приглашению пришёл человек.
invitations-letter-waiting-brief = Ждёт подтверждения: { $name }, { $role }
invitations-letter-waiting-button = Посмотреть
invitations-letter-confirmed = Роль подтверждена: <b>{ $role }</b>, { $place }.

    { $can ->
    [school_leader] Теперь Вам видны люди Вашей организации, и Вы можете приглашать педагогов. Всё в «Управлении».
    [methodologist] Спасибо, что помогаете коллегам. В меню появилась кнопка «Я консультирую»: отметьте предметы и сколько заявок берёте.
    [coordinator] Теперь Вам видны люди района, и Вы можете приглашать и назначать других. Всё в «Управлении».
   *[regional_coordinator] Теперь Вам видны люди всех районов, и Вы можете приглашать координаторов. Всё в «Управлении».
 }
invitations-letter-confirmed-brief = Роль подтверждена: { $role }, { $place }
invitations-letter-declined = Роль не подтвердили: { $role }, { $place }. Всё, что открыто педагогам, остаётся с Вами. Если это ошибка, спросите того, кто Вас приглашал.
invitations-letter-declined-brief = Роль не подтвердили: { $role }, { $place }

# Мои данные.
invitations-told-came = <b>Приглашение:</b> по какому Вы пришли и когда.
invitations-told-written = { $count ->
    [one] <b>Ваши приглашения:</b> { $count } приглашение.
    [few] <b>Ваши приглашения:</b> { $count } приглашения.
   *[many] <b>Ваши приглашения:</b> { $count } приглашений.
 }

# Подтверждение тех, кто зарегистрировался сам.
invitations-newcomers-button = Новые люди ({ $count })
invitations-newcomers-text = { $count ->
    [0] <b>Новые люди</b>

    Сейчас подтверждать некого.
    [one] <b>{ $count } человек ждёт подтверждения.</b> Работает у Вас? Нажмите на имя, и я подтвержу.
    [few] <b>{ $count } человека ждут подтверждения.</b> Кто работает у Вас? Нажмите на имя, и я подтвержу.
   *[many] <b>{ $count } человек ждут подтверждения.</b> Кто работает у Вас? Нажмите на имя, и я подтвержу.
 }
invitations-newcomers-entry = { $name } · { $school }
invitations-newcomers-line = { $name }, { $school }
invitations-newcomers-brief = { $count ->
    [one] Ждёт подтверждения { $count } новый человек
    [few] Ждут подтверждения { $count } новых человека
   *[many] Ждут подтверждения { $count } новых человек
 }
invitations-admitted-toast = Подтверждено
invitations-unconfirmed-word = Вашу запись подтвердит координатор или руководитель организации. Ждать не нужно: всё, что открыто педагогам, уже работает.

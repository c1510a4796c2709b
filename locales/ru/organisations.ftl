# Список объединений.
organisations-list-button = Школы и объединения
organisations-list-text = { $count ->
    [one] Здесь <b>{ $count } объединение</b>.
    [few] Здесь <b>{ $count } объединения</b>.
   *[many] Здесь <b>{ $count } объединений</b>.
 }
organisations-list-nothing = Объединений пока нет.
organisations-list-entry = { $title } · { $school }
organisations-list-open = Создать
organisations-list-schools = Школы
organisations-page-earlier = ‹ Предыдущие
organisations-page-later = Ещё ›
organisations-back-admin = ‹ Управление
organisations-back-list = ‹ Объединения
organisations-back-card = ‹ К объединению
organisations-back-members = ‹ Состав
organisations-back-member = ‹ Назад
organisations-back-kinds = ‹ Другой вид
organisations-back-schools = ‹ Школы
organisations-done = Готово
organisations-out-of-sight = Этого здесь нет или оно Вам недоступно. Вот где Вы сейчас:
organisations-closed = Это объединение закрыто. Вот где Вы сейчас:

# Новое объединение.
organisations-place-question = <b>Новое объединение</b>

    Оно муниципальное или в одной из школ?
organisations-place-municipality = Муниципальное: { $title }
organisations-kind-question = <b>Новое объединение</b>, { $place }

    Какое оно?
organisations-kind-button = { $kind ->
    [subject] Предметное
    [cycle] Цикла предметов
    [primary] Начальных классов
    [class_teachers] Классных руководителей
    [parallel] Параллели
    [project] Проектное
    [creative_group] Творческая группа
    [focus_group] Фокус-группа
   *[council] Методический совет
 }
organisations-subject-question = <b>Новое объединение</b>, { $place }

    По какому предмету?
organisations-title-question = <b>Новое объединение</b>, { $place }, { $kind }

    Назвать «{ $proposed }»? Если хотите иначе, напишите своё название.
organisations-title-proposed = { $kind ->
    [subject] МО учителей { $subject }
    [cycle] МО учителей цикла предметов
    [primary] МО учителей начальных классов
    [class_teachers] МО классных руководителей
    [parallel] Объединение педагогов параллели
    [project] Проектная группа
    [creative_group] Творческая группа
    [focus_group] Фокус-группа
   *[council] { $level ->
        [school] Методический совет школы
       *[municipality] Муниципальный методический совет
    }
 }
organisations-title-about = МО: { $subject }
organisations-title-fault = В названии должно быть от 3 до 80 знаков.
organisations-begin-anew = Это объединение уже создано, или Вы прервались. Начните заново кнопкой «Создать».

# Карточка объединения.
organisations-card-title = <b>{ $title }</b>
organisations-card-facts = Вид: { $kind }{ $about ->
    [subject] , { $subject }
   *[nothing] { "" }
 }
    Уровень: { $level ->
    [school] { $school }
   *[municipality] муниципальный
 }
organisations-card-people = Руководитель: { $headed ->
    [yes] { $head }
   *[no] ещё не избран
 }
    { $count ->
    [one] В составе { $count } человек
    [few] В составе { $count } человека
   *[many] В составе { $count } человек
 }
    Срок: { $lasting ->
    [until] до { $until }
   *[permanent] постоянно
 }
organisations-card-closed = <b>{ $title }</b>

    Объединение закрыто.
organisations-card-members = Состав
organisations-card-add = Добавить
organisations-card-rename = Переименовать
organisations-card-term = Срок
organisations-card-close = Закрыть
organisations-card-reopen = Вернуть объединение
organisations-rename-question = <b>{ $title }</b>

    Напишите новое название.
organisations-term-question = <b>{ $title }</b>

    Как долго оно работает?
organisations-term-button = { $term ->
    [school] До конца учебного года
    [calendar] До конца календарного года
   *[permanent] Постоянно
 }
organisations-close-question = <b>Закрыть объединение?</b>

    { $title }. Роль руководителя тоже завершится. Вернуть можно в течение часа.
organisations-close-yes = Да, закрыть
organisations-too-late = Вернуть это объединение одним нажатием уже нельзя. Создайте его, пожалуйста, заново.

# Состав.
organisations-members-text = <b>{ $title }</b>

    { $count ->
    [one] В составе { $count } человек.
    [few] В составе { $count } человека.
   *[many] В составе { $count } человек.
 }
organisations-members-nobody = <b>{ $title }</b>

    Здесь пока никого нет.
organisations-members-head = { $name } · руководитель
organisations-member-text = <b>{ $name }</b>

    { $title }: { $state ->
    [head] руководитель
    [member] в составе
   *[gone] больше не в составе
 }.
organisations-member-elect = Избрать руководителем
organisations-member-unseat = Снять роль руководителя
organisations-member-remove = Вывести из состава
organisations-member-return = Вернуть в состав
organisations-elect-question = <b>Избрать руководителем?</b>

    { $name }, { $title }.{ $replaces ->
    [yes] { " " }Сейчас руководит { $former }, роль перейдёт.
   *[no] { "" }
 }
organisations-elect-yes = Да, избрать
organisations-unseat-question = <b>Снять роль руководителя?</b>

    { $name }, { $title }. В составе человек останется.
organisations-unseat-yes = Да, снять
organisations-no-member = Этого человека уже нет в составе. Вот где Вы сейчас:
organisations-changed = Руководителя только что сменил кто-то другой. Вот где Вы сейчас:

# Кого добавить.
organisations-add-question = <b>{ $title }</b>

    Кого добавить? Напишите начало имени{ $offered ->
    [yes] { " " }или выберите здесь
   *[no] { "" }
 }.
organisations-add-found = <b>{ $title }</b>

    Вот кто нашёлся по запросу «{ $words }». Нажмите на имя, чтобы добавить, или напишите другое.
organisations-add-many = <b>{ $title }</b>

    { $count ->
    [one] По запросу «{ $words }» нашёлся { $count } человек, вот первые. Напишите точнее.
    [few] По запросу «{ $words }» нашлись { $count } человека, вот первые. Напишите точнее.
   *[many] По запросу «{ $words }» нашлось { $count } человек, вот первые. Напишите точнее.
 }
organisations-add-unfound = <b>{ $title }</b>

    По запросу «{ $words }» больше никого нет. Напишите другое имя.
organisations-add-entry = { $name } · { $school }
organisations-joined = В составе: { $name }

# Школы.
organisations-schools-text = <b>Школы</b>

    ▲ ШНОР, ● сложные социальные условия. Выберите школу, чтобы изменить отметки.
organisations-school-text = <b>{ $title }</b>
    { $settlement }

    { $staff ->
    [one] В боте { $staff } человек
    [few] В боте { $staff } человека
   *[many] В боте { $staff } человек
 }, { $associations ->
    [one] { $associations } объединение
    [few] { $associations } объединения
   *[many] { $associations } объединений
 }.
organisations-school-low = ШНОР
organisations-school-hard = Сложные условия

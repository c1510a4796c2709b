# Кому: как собирают получателей.
audiences-editor-title = <b>Кому</b>
audiences-editor-without = Кроме…
audiences-editor-areas = По затруднению
audiences-editor-saved = Сохранённые
audiences-editor-save = Сохранить
audiences-editor-everybody = Все
audiences-editor-done = Готово
audiences-back = ‹ Кому
audiences-page-earlier = ‹ Предыдущие
audiences-page-later = Ещё ›
audiences-out-of-sight = Этого здесь нет или оно Вам недоступно. Вот где Вы сейчас:
audiences-unit-region = весь регион
audiences-unit-line = Кто: { $unit }
audiences-value-yes = да
audiences-values-more = { $values } и ещё { $count }

# Одна строка на каждый признак.
audiences-kind-line = { $kind ->
    [municipality] Районы: { $values }
    [school] Школы: { $values }
    [subject] Предметы: { $values }
    [post] Должности: { $values }
    [mark] Школы с пометкой: { $values }
    [association] Объединения: { $values }
    [role] Роли: { $values }
    [early] Первые три года работы
    [young] До 35 лет
    [silent] Давно без объявлений: { $values }
   *[name] По именам: { $values }
 }
audiences-without-line = { $kind ->
    [municipality] Кроме районов: { $values }
    [school] Кроме школ: { $values }
    [subject] Кроме предметов: { $values }
    [post] Кроме должностей: { $values }
    [mark] Кроме школ с пометкой: { $values }
    [association] Кроме объединений: { $values }
    [role] Кроме ролей: { $values }
    [early] Кроме первых трёх лет работы
    [young] Кроме тех, кому до 35
    [silent] Кроме тех, кто давно без объявлений: { $values }
   *[name] Кроме людей: { $values }
 }
audiences-kind-button = { $count ->
    [0] { $kind ->
        [municipality] Районы
        [school] Школы
        [subject] Предметы
        [post] Должности
        [mark] ШНОР, условия
        [association] Объединения
        [role] Роли
        [early] Первые 3 года
        [young] До 35 лет
        [silent] Давно без вестей
       *[name] По именам
     }
   *[other] { $kind ->
        [municipality] ✓ Районы: { $count }
        [school] ✓ Школы: { $count }
        [subject] ✓ Предметы: { $count }
        [post] ✓ Должности: { $count }
        [mark] ✓ ШНОР, условия
        [association] ✓ Объединения: { $count }
        [role] ✓ Роли: { $count }
        [early] ✓ Первые 3 года
        [young] ✓ До 35 лет
        [silent] ✓ Давно без вестей
       *[name] ✓ По именам: { $count }
     }
 }
audiences-value-button = { $ticked ->
    [yes] ☑ { $title }
   *[no] ☐ { $title }
 }
audiences-values-title = { $part ->
    [without] <b>Кого не брать</b>
   *[of] { $kind ->
        [municipality] <b>Какие районы?</b>
        [school] <b>Какие школы?</b>
        [subject] <b>Какие предметы?</b>
        [post] <b>Какие должности?</b>
        [mark] <b>Какие школы?</b>
        [association] <b>Какие объединения?</b>
        [role] <b>Какие роли?</b>
        [silent] <b>Сколько времени без объявлений?</b>
       *[name] <b>Кого по именам?</b>
     }
 }
audiences-names-hint = Напишите фамилии и имена, каждого с новой строки. Чтобы убрать человека, нажмите на его кнопку.
audiences-names-unknown = Не вижу у Вас таких людей: { $names }
audiences-names-several = Подходят несколько, напишите полнее: { $names }
audiences-mark-title = { $mark ->
    [low_results] ШНОР
   *[difficult_conditions] Сложные условия
 }
audiences-silent-title = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }
audiences-without-title = <b>Кого не брать</b>

# Сколько это человек.
audiences-count-nobody = Таких людей здесь нет. Уберите какое-нибудь условие.
audiences-count-all = { $count ->
    [one] <b>{ $count } человек</b>
    [few] <b>{ $count } человека</b>
   *[many] <b>{ $count } человек</b>
 }
audiences-count-text = { $count ->
    [one] <b>{ $count } человек</b>
    [few] <b>{ $count } человека</b>
   *[many] <b>{ $count } человек</b>
 }, из них сейчас недоступны { $unreachable }
audiences-count-rough = Не меньше { $count } человек. Точное число и имена не показываю.
audiences-count-few = Здесь меньше десяти человек, так выбрать нельзя.

# По области диагностики: только числа, никогда имена.
audiences-area-line = { $narrowed ->
    [yes] Затруднение: { $area }, { $block }
   *[no] Затруднение: { $area }
 }
audiences-areas-text = <b>По затруднению</b>

    Кому диагностика показала затруднение в области. Имён не увидите ни Вы, ни кто-либо ещё; людей всегда не меньше десяти.
audiences-areas-nothing = Пока ни в одной области не набралось десяти человек.
audiences-areas-unit = По затруднению выбирают людей одного района целиком. Вот где Вы сейчас:
audiences-areas-few = Здесь меньше десяти человек, так выбрать нельзя. Вот где Вы сейчас:
audiences-areas-again = Кто-то только что выбрал для этой области другое деление. Откройте её ещё раз.
audiences-blocks-open = <b>{ $area }</b>

    Взять всех или выбрать школу или предмет? Делят или по школам, или по предметам: что выберут первым, то и останется.
audiences-blocks-text = <b>{ $area }</b>

    { $by ->
        [subject] Взять всех или один предмет?
       *[school] Взять всех или одну школу?
    } Где людей меньше десяти, кнопки нет.
audiences-blocks-nothing = <b>{ $area }</b>

    { $by ->
        [subject] Ни в одном предмете не набирается десяти человек. Можно взять всех.
       *[school] Ни в одной школе не набирается десяти человек. Можно взять всех.
    }
audiences-blocks-by = { $by ->
    [subject] По предметам
   *[school] По школам
 }
audiences-blocks-whole = Взять всех
audiences-blocks-back = ‹ Области

# Сохранённые.
audiences-saved-title = <b>Сохранённые получатели</b>

    Нажмите, чтобы взять.
audiences-saved-nothing = Сохранённых получателей пока нет.
audiences-saved-drop = Удалить
audiences-save-question = Как назвать? Напишите несколько слов, например «Учителя математики».
audiences-save-fault = Название должно быть от 1 до 60 знаков. Напишите ещё раз.
audiences-save-done = Сохранено: «{ $title }».
audiences-told-saved = Вы сохранили получателей для объявлений: { $count }.

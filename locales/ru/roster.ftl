roster-start-button = Загрузить список
roster-start-text = <b>Список людей</b>, { $municipality }

    Пришлите файл XLSX или CSV: одна строка — один человек и его место работы. Колонки узнаю по заголовкам в любом порядке: ФИО, школа, должность, предметы, дата рождения, ставка. Лишние колонки пропущу.

    Сначала покажу, что изменится, и ничего не запишу, пока Вы не подтвердите.
roster-start-template = Шаблон (XLSX)
roster-choose-text = Чей список Вы хотите загрузить?
roster-template-file = Шаблон списка.xlsx
roster-template-tab = Список
roster-template-caption = Две строки здесь для примера, удалите их.
roster-template-example = { $row ->
    [first] { $field ->
        [family] Петрова
        [given] Анна
        [patronymic] Сергеевна
        [birth] 07.03.1985
        [school] Школа № 1
        [post] Учитель
        [subjects] Математика, Информатика
       *[share] 1
     }
   *[second] { $field ->
        [family] Ооржак
        [given] Чечена
        [patronymic] —
        [birth] —
        [school] Детский сад № 3
        [post] Воспитатель
        [subjects] —
       *[share] 0,5
     }
 }
roster-field-title = { $field ->
    [name] ФИО
    [family] Фамилия
    [given] Имя
    [patronymic] Отчество
    [birth] Дата рождения
    [school] Школа
    [post] Должность
    [subjects] Предметы
   *[share] Ставка
 }
roster-columns-text = Не вижу колонки <b>«{ $field }»</b>. Какая из этих колонок — она?
roster-columns-without = Такой колонки нет
roster-columns-again = ‹ Выбрать колонку
roster-without-text = Без колонки <b>«{ $field }»</b> список не загрузить. Добавьте её в файл и пришлите его снова, прямо сюда.

# Что изменится, как идёт загрузка и что получилось.
roster-import-head = { $state ->
    [running] <b>Загружаю список</b> «{ $file }»: { $position } из { $rows }
    [done] <b>Список загружен</b>: «{ $file }»
    [stopped] <b>Загрузка остановлена</b>: «{ $file }», пройдено { $position } из { $rows }
    [broken] <b>Загрузка не удалась</b>: «{ $file }», пройдено { $position } из { $rows }. Мы уже разбираемся; пришлите файл ещё раз немного позже.
   *[checked] <b>Проверка списка</b> «{ $file }»
 }
roster-import-wait = Ждать не нужно: напишу, когда закончу.
roster-import-counts = { $state ->
    [checked] Пока ничего не изменилось. В списке:
    [stopped] Что уже сделано, осталось:
    [broken] Что уже сделано, осталось:
   *[done] Сделано:
 }
    новых — <b>{ $added }</b>
    изменённых — <b>{ $changed }</b>
    без изменений — <b>{ $kept }</b>
    не принято — <b>{ $refused }</b>
roster-import-first = <b>Почему строки не приняты</b>
roster-import-row = Строка { $number }: { $reasons }
roster-import-carry = Загрузить
roster-import-refused = Непринятые строки (XLSX)
roster-import-drop = Отмена
roster-import-dropped = Список не загружен
roster-import-again = Загрузить ещё список
roster-import-look = Обновить
roster-import-stop = Отменить загрузку
roster-import-begun = Загрузка началась
roster-import-busy = Другой список этого района ещё загружается. Дождитесь его и нажмите снова.
roster-basis-text = Будет записано строк: <b>{ $count }</b>.

    На каком основании обрабатываются данные этих людей? Основание сохранится вместе с загрузкой.
roster-basis-button = { $basis ->
    [duty] Полномочия муниципальной службы
    [consents] Согласия собраны школами
   *[mandate] Поручение организаций
 }
roster-basis-back = ‹ К проверке
roster-refused-heading = Что не так
roster-refused-tab = Не приняты
roster-refused-file = Непринятые строки.xlsx
roster-refused-caption = Не принято строк: { $count }. Причина в последней колонке: исправьте и пришлите этот же файл.
roster-rows-gone = Строки этого списка уже удалены. Пришлите файл ещё раз.
roster-out-of-sight = Этого здесь нет или оно Вам недоступно. Вот где Вы сейчас:
roster-fault = { $fault ->
    [nobody] Это не человек: заголовок, итог или одна ячейка
    [no-family] Нет фамилии
    [no-given] Нет имени
    [foreign-letters] В имени латинские буквы
    [initials] Нужны имя и отчество полностью, без инициалов
    [not-a-name] В имени могут быть только буквы и дефис
    [no-school] Не указана школа
    [unknown-school] Нет такой школы в районе
    [school-elsewhere] Это школа другого района
    [unclear-school] Не понять, какая это школа: подходит несколько
    [no-post] Не указана должность
    [unknown-post] Нет такой должности в справочнике
    [unknown-subject] Нет такого предмета в справочнике для этой должности
    [no-such-day] Такой даты рождения не бывает
    [born-in-future] Дата рождения в будущем
    [born-absurdly] Проверьте дату рождения: возраст не подходит
    [share] Ставка должна быть от 0,01 до 2
    [same-as-row] Повторяет строку { $row }
   *[namesakes] В этой школе двое с таким именем: укажите дату рождения
 }
roster-letter-import-brief = Загрузка списка «{ $file }»
roster-letter-import-open = Открыть загрузку

# Один это человек или разные.
roster-matches-button = Совпадения
roster-matches-none = Все совпадения разобраны.
roster-match-text = <b>{ $newcomer }</b>: новая регистрация.

    В списке есть <b>{ $listed }</b>, { $school }. Это один человек?{ $waits ->
    [yes] { " " }Ещё ждут решения: { $more }.
   *[no] { "" }
 }
roster-match-same = Это один человек
roster-match-other = Другой человек
roster-decided-text = { $state ->
    [same] Готово: <b>{ $newcomer }</b> и человек из списка — один человек. Данные списка теперь в карточке.
   *[other] Готово: <b>{ $newcomer }</b> — другой человек. Список остался прежним.
 }
roster-decided-next = Следующее совпадение ({ $count })
roster-decided-undo = Вернуть как было
roster-decided-undo-last = Вернуть предыдущее
roster-decided-toast = Готово
roster-too-late = Вернуть это уже нельзя: прошло больше суток.
roster-letter-match-brief = { $name }: есть похожее имя в списке

# Команды: строка в списке мессенджера и подпись в меню.
people-command-start = Начать
people-command-menu = Меню
people-command-profile = Мой профиль
people-command-settings = Настройки
people-command-privacy = Мои данные
people-command-help = Помощь
people-command-cancel = Отменить начатое

# Знакомство и согласие.
people-welcome-greeting = Здравствуйте! Я «Методист», помощник педагогов: со мной можно спокойно разобраться, что в работе уже получается, а что стоит развить. Регистрация занимает пару минут.
people-welcome-changed = Здравствуйте! Текст согласия изменился, поэтому спрашиваю ещё раз. Всё, что Вы сделали раньше, сохранено.
people-welcome-consent = Чтобы продолжить, нужно Ваше согласие на обработку персональных данных. Его получает { $service }. Отозвать согласие можно в любой день.
people-welcome-agree = Даю согласие
people-welcome-read = Полный текст
people-welcome-later = Не сейчас
people-terms-operator = <b>Оператор:</b> { $service }
people-terms-back = ‹ Назад
people-later-text = Хорошо. Без согласия я храню только Ваш идентификатор в мессенджере и больше ничего. Если передумаете, я здесь.
people-later-return = Вернуться
people-entrance-consent = Сначала нужно Ваше согласие: без него я не читаю и не храню сообщения.
people-entrance-press = Эта кнопка пока не действует, сначала закончим знакомство.
people-entrance-command = Эта команда заработает после знакомства. Вот на чём мы остановились:
people-entrance-edited = Исправленные сообщения я не перечитываю. Если нужно, напишите заново. Вот на чём мы остановились:
people-entrance-question = Сначала закончим знакомство, осталось немного. Вот на чём мы остановились:

# Имя.
people-name-question = Как Вас зовут? Напишите одной строкой фамилию, имя и отчество.

    Например: <i>Петрова Анна Сергеевна</i>
people-name-keep = Оставить: { $name }
people-name-privacy = Мои данные и согласие
people-name-too-long = Для имени это слишком длинно. Напишите только фамилию, имя и отчество.
people-name-one-word = Здесь только одно слово, а нужны хотя бы фамилия и имя.
people-name-no-family = Не вижу фамилии. Напишите её первой, затем имя и отчество.
people-name-initials = Напишите, пожалуйста, имя и отчество полностью, без инициалов.
people-name-not-letters = Не получилось прочитать имя: в нём должны быть только буквы и дефис.

# Место работы.
people-municipality-question = { $name }, в каком районе или округе Вы работаете?

    Выберите или напишите часть названия.
people-school-question = { $known ->
    [yes] { $name }, где Вы работаете?
   *[no] Какую организацию записать?
 }

    Выберите или напишите часть названия, номер или село.
people-post-question = <b>{ $school }</b>

    Какая у Вас там должность? Если её не видно, напишите первые буквы.
people-subjects-question = { $list ->
    [kindergarten] Какие области развития Вы ведёте?
    [additional] По каким направлениям Вы занимаетесь с детьми?
    [vocational] Что Вы преподаёте?
   *[school] Какие предметы Вы ведёте?
 } Отметьте всё, что подходит.
people-subjects-done = { $count ->
    [0] Пропустить
   *[other] Готово ({ $count })
 }
people-year-question = В каком году началась Ваша педагогическая работа?

    Так видно, кому пригодится наставник. Год можно и написать.
people-year-earlier = ‹ Раньше
people-year-later = Позже ›
people-year-open = Ответить потом
people-year-drop = Убрать год
people-step-back = ‹ Назад
people-step-rename = Исправить имя
people-step-elsewhere = Другая организация
people-step-passed = На этот вопрос Вы уже ответили
people-list-earlier = ‹ Предыдущие
people-list-later = Ещё ›
people-list-all = Показать все
people-list-found = { $count ->
    [one] По запросу «{ $words }» нашёлся { $count } вариант.
    [few] По запросу «{ $words }» нашлось { $count } варианта.
   *[many] По запросу «{ $words }» нашлось { $count } вариантов.
 }
people-list-nothing = По запросу «{ $words }» ничего не нашлось. Попробуйте короче или откройте весь список.
people-date-unreadable = Не получилось прочитать. Напишите цифрами: год как 2015, дату как 07.03.1985.
people-date-future = Это время ещё не наступило. Проверьте, пожалуйста.
people-date-absurd = Похоже на опечатку. Проверьте, пожалуйста.

# После знакомства, меню, помощь.
people-registered-text = Готово, { $name }. Рады, что Вы с нами.

    Всё, что Вы рассказали, можно поправить в профиле.
people-back-to = ‹ { $place }
people-menu-button = В меню
people-menu-question = { $name }, чем займёмся?
people-help-text = <b>Что здесь можно</b>

    Пройти самодиагностику и увидеть, на что опереться и что развивать. Отвечать можно по частям: я помню, где Вы остановились. Ещё здесь Ваши курсы и портфолио.

    <b>Как со мной говорить</b>

    Нажимайте кнопки под последним сообщением. Когда я прошу что-то написать, просто пишите. Потерялись? Команда /menu вернёт к началу, /cancel отменит начатое.

    <b>Кого спросить</b>

    { $service }. Что о Вас хранится, показывает /privacy.
people-help-onward = Продолжить
people-cancel-kept = «{ $title }» откладываем. Сделанное сохранено, продолжить можно из меню.
people-cancel-unchanged = Отменили. В профиле всё по-прежнему.
people-cancel-nothing = Отменять нечего: ничего не начато.

# Профиль.
people-profile-title = <b>{ $name }</b>
people-profile-facts = { $year ->
    [no] Начало педагогической работы: не указано
   *[other] Педагогическая работа с { $year } года
 }
    { $born ->
    [yes] Дата рождения: { $birth }
   *[no] Дата рождения: не указана
 }

    Что поправить?
people-profile-name = Имя
people-profile-year = Начало работы
people-profile-birth = Дата рождения
people-profile-place = { $school }
people-profile-add = Добавить место работы
people-profile-resume = Продолжить: место работы
people-profile-back = ‹ К профилю
people-profile-saved = Сохранено
people-place-text = { $main ->
    [yes] <b>{ $school }</b> (основное место)
   *[no] <b>{ $school }</b>
 }
    { $post }{ $taught ->
    [yes] : { $subjects }
   *[no] { "" }
 }
people-place-saved = Место работы сохранено
people-place-change = Изменить
people-place-main = Сделать основным
people-place-end = Больше здесь не работаю
people-leave-question = <b>{ $school }</b>

    Убрать это место работы из профиля?
people-leave-yes = Да, убрать
people-leave-no = Нет, оставить
people-leave-only = Единственное место работы убрать нельзя: замените его другим.
people-edit-name = Сейчас записано: <b>{ $name }</b>

    Напишите, как правильно: фамилию, имя и отчество одной строкой.
people-birth-question = Напишите дату рождения, например: <i>07.03.1985</i>

    Она нужна только для поддержки педагогов до 35 лет. Указывать её не обязательно, убрать можно в любой день.
people-birth-drop = Убрать дату

# Настройки.
people-settings-text = <b>Настройки</b>

    Часовой пояс: { $city }, сейчас { $time }
    { $quiet ->
    [yes] Тихие часы: с { $from } до { $to }, в это время я не пишу первым
   *[no] Тихие часы: выключены
 }
people-settings-city = { $city ->
    [Kaliningrad] Калининград
    [Moscow] Москва
    [Samara] Самара
    [Yekaterinburg] Екатеринбург
    [Omsk] Омск
    [Krasnoyarsk] Красноярск, Кызыл
    [Irkutsk] Иркутск, Улан-Удэ
    [Yakutsk] Якутск, Чита
    [Vladivostok] Владивосток
    [Magadan] Магадан
    [Kamchatka] Камчатка
   *[other] { $zone }
 }
people-settings-zone = Часовой пояс
people-settings-quiet = Тихие часы
people-settings-back = ‹ Настройки
people-zones-question = В каком городе сейчас столько же времени, сколько у Вас?
people-zones-city = { $city } · { $time }
people-zones-home = Как в моём районе
people-quiet-from = В тихие часы я не пишу первым. С какого времени?
people-quiet-to = С { $from }. А до какого времени?
people-quiet-none = Без тихих часов

# Мои данные.
people-privacy-held = <b>Что о Вас хранится</b>
people-privacy-item = • { $sentence }
people-privacy-consent = Согласие дано { $date }, версия текста: { $version }. Его можно отозвать: тогда всё это удаляется.
people-privacy-nothing = Сейчас хранится только Ваш идентификатор в мессенджере: без него я не смог бы отвечать. Больше о Вас ничего нет.
people-privacy-terms = Текст согласия
people-told-name = <b>Имя:</b> { $name }
people-told-year = <b>Год начала педагогической работы:</b> { $year }
people-told-birth = <b>Дата рождения:</b> { $date }
people-told-settings = <b>Служебное:</b> идентификатор в мессенджере, язык, часовой пояс, тихие часы, даты согласия и регистрации.

people-press-outdated = Эта кнопка уже не действует. Показываю, где Вы сейчас.

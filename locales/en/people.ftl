# Commands: the line in the messenger's list and the label in the menu.
people-command-start = Begin
people-command-menu = Menu
people-command-profile = My profile
people-command-settings = Settings
people-command-privacy = My data
people-command-help = Help
people-command-cancel = Cancel what you began

# Acquaintance and consent.
people-welcome-greeting = Hello! I am Metodist, a helper for teachers: together we can calmly see what already works well in your job and what is worth developing. Signing up takes a couple of minutes.
people-welcome-changed = Hello! The text of the consent has changed, so I am asking again. Everything you did before is kept.
people-welcome-consent = To continue, I need your consent to the processing of personal data. It is given to { $service }. You can withdraw it at any time.
people-welcome-agree = I consent
people-welcome-read = Full text
people-welcome-later = Not now
people-terms-operator = <b>Operator:</b> { $service }
people-terms-back = ‹ Back
people-later-text = All right. Without your consent I keep only your id in the messenger and nothing else. If you change your mind, I am here.
people-later-return = Return
people-entrance-consent = Your consent comes first: without it I neither read nor keep messages.
people-entrance-press = This button does not work yet, let us finish signing up first.
people-entrance-command = This command will work once you have signed up. Here is where we stopped:
people-entrance-edited = I do not reread edited messages. If it matters, please write again. Here is where we stopped:
people-entrance-question = Let us finish signing up first, there is little left. Here is where we stopped:

# The name.
people-name-question = What is your name? Please write surname, first name and patronymic in one line.

    For example: <i>Петрова Анна Сергеевна</i>
people-name-keep = Keep: { $name }
people-name-privacy = My data and consent
people-name-too-long = That is too long for a name. Please write only the surname, first name and patronymic.
people-name-one-word = That is only one word; I need at least a surname and a first name.
people-name-no-family = I do not see a surname. Please write it first, then the first name and the patronymic.
people-name-initials = Please write the first name and the patronymic in full, without initials.
people-name-not-letters = I could not read the name: it should contain only letters and hyphens.

# The place of work.
people-municipality-question = { $name }, in which district do you work?

    Choose it or write a part of its name.
people-school-question = { $known ->
    [yes] { $name }, where do you work?
   *[no] Which organisation shall I add?
 }

    Choose it or write a part of its name, its number or village.
people-post-question = <b>{ $school }</b>

    What is your position there? If you do not see it, type its first letters.
people-subjects-question = { $list ->
    [kindergarten] Which areas of development do you cover?
    [additional] Which areas of activity do you lead?
    [vocational] What do you teach?
   *[school] Which subjects do you teach?
 } Tick everything that fits.
people-subjects-done = { $count ->
    [0] Skip
   *[other] Done ({ $count })
 }
people-year-question = In which year did you begin to teach?

    It shows who may need a mentor. You can also type the year.
people-year-earlier = ‹ Earlier
people-year-later = Later ›
people-year-open = Answer later
people-year-drop = Remove the year
people-step-back = ‹ Back
people-step-rename = Correct the name
people-step-elsewhere = Another organisation
people-step-passed = You have answered this already
people-list-earlier = ‹ Previous
people-list-later = More ›
people-list-all = Show all
people-list-found = { $count ->
    [one] { $count } choice for “{ $words }”.
   *[other] { $count } choices for “{ $words }”.
 }
people-list-nothing = Nothing for “{ $words }”. Try fewer letters or open the whole list.
people-date-unreadable = I could not read that. Please write digits: a year like 2015, a date like 07.03.1985.
people-date-future = That is in the future. Please check it.
people-date-absurd = That looks like a typo. Please check it.

# After the acquaintance, the menu, the help.
people-registered-text = Done, { $name }. It is good to have you with us.

    Everything you told me can be corrected in the profile.
people-back-to = ‹ { $place }
people-menu-button = Menu
people-menu-question = { $name }, what shall we do?
people-help-text = <b>What you can do here</b>

    Take a self-diagnosis and see what to build on and what to develop. You can answer bit by bit: I remember where you stopped. Your courses and portfolio are here too.

    <b>How to talk to me</b>

    Press the buttons under the last message. When I ask you to write something, just write. Lost? The command /menu takes you back to the start, /cancel drops what you began.

    <b>Whom to ask</b>

    { $service }. /privacy shows what is kept about you.
people-help-onward = Continue
people-cancel-kept = “{ $title }” is put aside. What you did is kept; you can continue from the menu.
people-cancel-unchanged = Cancelled. The profile is as it was.
people-cancel-nothing = There is nothing to cancel: nothing has been begun.

# The profile.
people-profile-title = <b>{ $name }</b>
people-profile-facts = { $year ->
    [no] Teaching since: not given
   *[other] Teaching since: { $year }
 }
    { $born ->
    [yes] Date of birth: { $birth }
   *[no] Date of birth: not given
 }

    What would you like to correct?
people-profile-name = Name
people-profile-year = Teaching since
people-profile-birth = Date of birth
people-profile-place = { $school }
people-profile-add = Add a place of work
people-profile-resume = Continue: place of work
people-profile-back = ‹ Profile
people-profile-saved = Saved
people-place-text = { $main ->
    [yes] <b>{ $school }</b> (main place)
   *[no] <b>{ $school }</b>
 }
    { $post }{ $taught ->
    [yes] : { $subjects }
   *[no] { "" }
 }
people-place-saved = The place of work is saved
people-place-change = Change
people-place-main = Make it the main place
people-place-end = I no longer work here
people-leave-question = <b>{ $school }</b>

    Remove this place of work from the profile?
people-leave-yes = Yes, remove it
people-leave-no = No, keep it
people-leave-only = The only place of work cannot be removed: replace it with another one.
people-edit-name = On record now: <b>{ $name }</b>

    Please write it correctly: surname, first name and patronymic in one line.
people-birth-question = Please write your date of birth, for example: <i>07.03.1985</i>

    It is only used for the support of teachers under 35. You need not give it, and you can remove it at any time.
people-birth-drop = Remove the date

# Settings.
people-settings-text = <b>Settings</b>

    Time zone: { $city }, it is { $time } now
    { $quiet ->
    [yes] Quiet hours: from { $from } to { $to }; I do not write first then
   *[no] Quiet hours: off
 }
people-settings-city = { $city ->
    [Kaliningrad] Kaliningrad
    [Moscow] Moscow
    [Samara] Samara
    [Yekaterinburg] Yekaterinburg
    [Omsk] Omsk
    [Krasnoyarsk] Krasnoyarsk, Kyzyl
    [Irkutsk] Irkutsk, Ulan-Ude
    [Yakutsk] Yakutsk, Chita
    [Vladivostok] Vladivostok
    [Magadan] Magadan
    [Kamchatka] Kamchatka
   *[other] { $zone }
 }
people-settings-zone = Time zone
people-settings-quiet = Quiet hours
people-settings-back = ‹ Settings
people-zones-question = In which city is it the same time as where you are?
people-zones-city = { $city } · { $time }
people-zones-home = As in my district
people-quiet-from = During quiet hours I do not write first. From what time?
people-quiet-to = From { $from }. And until what time?
people-quiet-none = No quiet hours

# My data.
people-privacy-held = <b>What is kept about you</b>
people-privacy-item = • { $sentence }
people-privacy-consent = Consent given on { $date } (version of the text: { $version }). You can withdraw it: then all of this is deleted.
people-privacy-nothing = Only your id in the messenger is kept now: without it I could not answer. There is nothing else about you.
people-privacy-terms = Text of the consent
people-told-name = <b>Name:</b> { $name }
people-told-year = <b>Teaching since:</b> { $year }
people-told-birth = <b>Date of birth:</b> { $date }
people-told-settings = <b>Technical:</b> id in the messenger, language, time zone, quiet hours, dates of consent and registration.

people-press-outdated = This button no longer works; here is where you are now.

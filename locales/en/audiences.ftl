# To whom: how recipients are put together.
audiences-editor-title = <b>To whom</b>
audiences-editor-without = Except…
audiences-editor-areas = By difficulty
audiences-editor-saved = Saved
audiences-editor-save = Save
audiences-editor-everybody = Everybody
audiences-editor-done = Done
audiences-back = ‹ To whom
audiences-page-earlier = ‹ Previous
audiences-page-later = More ›
audiences-out-of-sight = This is not here or not open to you. Here is where you are:
audiences-unit-region = the whole region
audiences-unit-line = Who: { $unit }
audiences-value-yes = yes
audiences-values-more = { $values } and { $count } more

# One line for each trait.
audiences-kind-line = { $kind ->
    [municipality] Districts: { $values }
    [school] Schools: { $values }
    [subject] Subjects: { $values }
    [post] Posts: { $values }
    [mark] Marked schools: { $values }
    [association] Associations: { $values }
    [role] Roles: { $values }
    [early] First three years of work
    [young] Under 35
    [silent] Long without announcements: { $values }
   *[name] By name: { $values }
 }
audiences-without-line = { $kind ->
    [municipality] Except districts: { $values }
    [school] Except schools: { $values }
    [subject] Except subjects: { $values }
    [post] Except posts: { $values }
    [mark] Except marked schools: { $values }
    [association] Except associations: { $values }
    [role] Except roles: { $values }
    [early] Except the first three years of work
    [young] Except those under 35
    [silent] Except those long without announcements: { $values }
   *[name] Except people: { $values }
 }
audiences-kind-button = { $count ->
    [0] { $kind ->
        [municipality] Districts
        [school] Schools
        [subject] Subjects
        [post] Posts
        [mark] Marked schools
        [association] Associations
        [role] Roles
        [early] First 3 years
        [young] Under 35
        [silent] Long without news
       *[name] By name
     }
   *[other] { $kind ->
        [municipality] ✓ Districts: { $count }
        [school] ✓ Schools: { $count }
        [subject] ✓ Subjects: { $count }
        [post] ✓ Posts: { $count }
        [mark] ✓ Marked schools
        [association] ✓ Associations: { $count }
        [role] ✓ Roles: { $count }
        [early] ✓ First 3 years
        [young] ✓ Under 35
        [silent] ✓ Long without news
       *[name] ✓ By name: { $count }
     }
 }
audiences-value-button = { $ticked ->
    [yes] ☑ { $title }
   *[no] ☐ { $title }
 }
audiences-values-title = { $part ->
    [without] <b>Whom to leave out</b>
   *[of] { $kind ->
        [municipality] <b>Which districts?</b>
        [school] <b>Which schools?</b>
        [subject] <b>Which subjects?</b>
        [post] <b>Which posts?</b>
        [mark] <b>Which schools?</b>
        [association] <b>Which associations?</b>
        [role] <b>Which roles?</b>
        [silent] <b>How long without announcements?</b>
       *[name] <b>Whom by name?</b>
     }
 }
audiences-names-hint = Write family and given names, one person in a line. To take somebody out, press their button.
audiences-names-unknown = I see nobody like that here: { $names }
audiences-names-several = Several people fit, please write more: { $names }
audiences-mark-title = { $mark ->
    [low_results] Low results
   *[difficult_conditions] Difficult conditions
 }
audiences-silent-title = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
audiences-without-title = <b>Whom to leave out</b>

# How many people that is.
audiences-count-nobody = There is nobody like that here. Take some condition away.
audiences-count-all = { $count ->
    [one] <b>{ $count } person</b>
   *[other] <b>{ $count } people</b>
 }
audiences-count-text = { $count ->
    [one] <b>{ $count } person</b>
   *[other] <b>{ $count } people</b>
 }, not reachable now: { $unreachable }
audiences-count-rough = At least { $count } people. The exact number and names are not shown.
audiences-count-few = There are fewer than ten people, so this cannot be chosen.

# By an area of diagnosis: numbers only, never names.
audiences-area-line = { $narrowed ->
    [yes] Difficulty: { $area }, { $block }
   *[no] Difficulty: { $area }
 }
audiences-areas-text = <b>By difficulty</b>

    Those for whom a diagnosis found a difficulty in an area. Nobody will see names, neither you nor anybody else; there are always at least ten people.
audiences-areas-nothing = In no area there are ten people yet.
audiences-areas-unit = By difficulty one chooses people of one whole district. Here is where you are:
audiences-areas-few = There are fewer than ten people, so this cannot be chosen. Here is where you are:
audiences-areas-again = Somebody has just chosen another way to divide this area. Open it again.
audiences-blocks-open = <b>{ $area }</b>

    Take everybody, or choose a school or a subject? An area is divided either by schools or by subjects: what is chosen first stays.
audiences-blocks-text = <b>{ $area }</b>

    { $by ->
        [subject] Take everybody or one subject?
       *[school] Take everybody or one school?
    } Where there are fewer than ten people, there is no button.
audiences-blocks-nothing = <b>{ $area }</b>

    { $by ->
        [subject] In no subject there are ten people. Everybody can be taken.
       *[school] In no school there are ten people. Everybody can be taken.
    }
audiences-blocks-by = { $by ->
    [subject] By subject
   *[school] By school
 }
audiences-blocks-whole = Take everybody
audiences-blocks-back = ‹ Areas

# Saved ones.
audiences-saved-title = <b>Saved recipients</b>

    Press to take them.
audiences-saved-nothing = There are no saved recipients yet.
audiences-saved-drop = Delete
audiences-save-question = What to call it? Write a few words, such as “Teachers of mathematics”.
audiences-save-fault = A name has 1 to 60 characters. Write it again.
audiences-save-done = Saved: “{ $title }”.
audiences-told-saved = You have saved recipients for announcements: { $count }.

# The list of associations.
organisations-list-button = Schools and associations
organisations-list-text = { $count ->
    [one] There is <b>{ $count } association</b> here.
   *[other] There are <b>{ $count } associations</b> here.
 }
organisations-list-nothing = There are no associations yet.
organisations-list-entry = { $title } · { $school }
organisations-list-open = Create
organisations-list-schools = Schools
organisations-page-earlier = ‹ Previous
organisations-page-later = More ›
organisations-back-admin = ‹ Administration
organisations-back-list = ‹ Associations
organisations-back-card = ‹ Association
organisations-back-members = ‹ Members
organisations-back-member = ‹ Back
organisations-back-kinds = ‹ Another kind
organisations-back-schools = ‹ Schools
organisations-done = Done
organisations-out-of-sight = This is not here, or you have no access to it. Here is where you are:
organisations-closed = This association is closed. Here is where you are:

# A new association.
organisations-place-question = <b>A new association</b>

    Is it municipal, or at one of the schools?
organisations-place-municipality = Municipal: { $title }
organisations-kind-question = <b>A new association</b>, { $place }

    What kind is it?
organisations-kind-button = { $kind ->
    [subject] One subject
    [cycle] A cycle of subjects
    [primary] Primary classes
    [class_teachers] Class teachers
    [parallel] One year of classes
    [project] Project group
    [creative_group] Creative group
    [focus_group] Focus group
   *[council] Methodical council
 }
organisations-subject-question = <b>A new association</b>, { $place }

    Which subject?
organisations-title-question = <b>A new association</b>, { $place }, { $kind }

    Shall it be called “{ $proposed }”? If not, write the title you want.
organisations-title-proposed = { $kind ->
    [subject] МО учителей { $subject }
    [cycle] Association of a cycle of subjects
    [primary] Association of primary teachers
    [class_teachers] Association of class teachers
    [parallel] Association of one year of classes
    [project] Project group
    [creative_group] Creative group
    [focus_group] Focus group
   *[council] { $level ->
        [school] Methodical council of the school
       *[municipality] Municipal methodical council
    }
 }
organisations-title-about = Association: { $subject }
organisations-title-fault = A title has 3 to 80 characters.
organisations-begin-anew = This one is created already or was interrupted. Start again with “Create”.

# The card of an association.
organisations-card-title = <b>{ $title }</b>
organisations-card-facts = Kind: { $kind }{ $about ->
    [subject] , { $subject }
   *[nothing] { "" }
 }
    Level: { $level ->
    [school] { $school }
   *[municipality] municipal
 }
organisations-card-people = Head: { $headed ->
    [yes] { $head }
   *[no] not elected yet
 }
    { $count ->
    [one] { $count } member
   *[other] { $count } members
 }
    Term: { $lasting ->
    [until] until { $until }
   *[permanent] permanent
 }
organisations-card-closed = <b>{ $title }</b>

    The association is closed.
organisations-card-members = Members
organisations-card-add = Add
organisations-card-rename = Rename
organisations-card-term = Term
organisations-card-close = Close
organisations-card-reopen = Reopen it
organisations-rename-question = <b>{ $title }</b>

    Write the new title.
organisations-term-question = <b>{ $title }</b>

    How long does it last?
organisations-term-button = { $term ->
    [school] Until the end of the school year
    [calendar] Until the end of the calendar year
   *[permanent] Permanently
 }
organisations-close-question = <b>Close the association?</b>

    { $title }. The role of its head ends with it. You can undo this within an hour.
organisations-close-yes = Yes, close it
organisations-too-late = It is too late to reopen this association with one press. Please create a new one.

# Members.
organisations-members-text = <b>{ $title }</b>

    { $count ->
    [one] { $count } member.
   *[other] { $count } members.
 }
organisations-members-nobody = <b>{ $title }</b>

    Nobody is here yet.
organisations-members-head = { $name } · head
organisations-member-text = <b>{ $name }</b>

    { $title }: { $state ->
    [head] head
    [member] member
   *[gone] no longer a member
 }.
organisations-member-elect = Elect as head
organisations-member-unseat = End the role of the head
organisations-member-remove = Remove from the association
organisations-member-return = Add back
organisations-elect-question = <b>Elect as head?</b>

    { $name }, { $title }.{ $replaces ->
    [yes] { " " }{ $former } is the head now, the role will pass on.
   *[no] { "" }
 }
organisations-elect-yes = Yes, elect
organisations-unseat-question = <b>End the role of the head?</b>

    { $name }, { $title }. They remain a member.
organisations-unseat-yes = Yes, end it
organisations-no-member = This person is no longer a member. Here is where you are:
organisations-changed = Somebody else has just changed the head. Here is where you are:

# Whom to add.
organisations-add-question = <b>{ $title }</b>

    Whom would you like to add? Write the beginning of a name{ $offered ->
    [yes] { " " }or choose here
   *[no] { "" }
 }.
organisations-add-found = <b>{ $title }</b>

    Found for “{ $words }”. Press to add, or write another name.
organisations-add-many = <b>{ $title }</b>

    { $count ->
    [one] { $count } person found for “{ $words }”, here are the first. Write more of the name.
   *[other] { $count } people found for “{ $words }”, here are the first. Write more of the name.
 }
organisations-add-unfound = <b>{ $title }</b>

    Nobody else for “{ $words }”. Write another name.
organisations-add-entry = { $name } · { $school }
organisations-joined = Added: { $name }

# Schools.
organisations-schools-text = <b>Schools</b>

    ▲ low results, ● difficult social conditions. Choose a school to change its marks.
organisations-school-text = <b>{ $title }</b>
    { $settlement }

    { $staff ->
    [one] { $staff } person in the bot
   *[other] { $staff } people in the bot
 }, { $associations ->
    [one] { $associations } association
   *[other] { $associations } associations
 }.
organisations-school-low = Low results
organisations-school-hard = Difficult conditions

# One's own second account.
accounts-code-button = Attach another account
accounts-code-text = The code for another account: <b>{ $code }</b>

    Start a conversation with me from it, press “I am here already” and write this code. It holds for { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 } and only once. Tell it to nobody: whoever enters the code comes in as you.
accounts-code-explained = <b>Another account</b>

    With a new phone or a second account you can come from there too: everything stays in its place. I give you a code for { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }; write it to me from the other account.
accounts-code-again = { $first ->
    [yes] Get a code
   *[no] A new code
 }
accounts-enter-button = I am here already
accounts-enter-text = Write the code of eight digits. Your earlier account shows it: “Settings”, then “Attach another account”.
accounts-not-a-code = A code has eight digits, such as 1234 5678. Please check.
accounts-try-word = { $left ->
    [0] Too many tries. Try again in an hour.
    [one] There is no such code, or it holds no more. { $left } try is left.
   *[other] There is no such code, or it holds no more. { $left } tries are left.
 }
accounts-attached-word = Done, this account is attached. From now on I write here.
accounts-registered = You have registered on this account already. If there are two records of you, ask the coordinator to join them.
accounts-undone-word = That account is detached and sees nothing of yours any more.
accounts-back = ‹ Back
accounts-back-settings = ‹ To the settings
accounts-told = <b>Accounts:</b> when and by whose decision another account was attached to you.

# A lost account.
accounts-lost-button = I have lost my earlier account
accounts-newcomer-word = Well, you can have it back. First tell me who you are: the same name and place of work as before. Then I pass it on to those who know you.
accounts-asked-word = I pass it on to the coordinator and the leader of the school. They look whether it is you, and I write at once. Until then you can work as usual.
accounts-objected-text = I pass it on to whoever decided. If it is a mistake, you will have your access back.

# Who asks, and who that is.
accounts-pleas-button = Who has lost their account
accounts-pleas-text = { $count ->
    [0] Nobody asks for a lost account now.
    [one] { $count } person asks for a lost account.
   *[other] { $count } people ask for a lost account.
 }
accounts-person = { $name } · { $school }
accounts-plea-text = <b>{ $name }</b>, { $school }

    Says that their earlier account is lost. Make sure that it is really them, for example by a call.

    { $alike ->
    [yes] Whose record is it? The earlier account will not work any more. For a day this can be taken back.
   *[no] Nobody has such a name. Find the earlier record by name, or decline.
 }
accounts-plea-same = It is { $name } · { $school }
accounts-plea-find = Find by name
accounts-plea-decline = Decline
accounts-declined-toast = Declined
accounts-same-button = The same person as…
accounts-same-text = <b>{ $name }</b>

    { $state ->
    [ask] Who else is it? Write the first letters of the name in the other record.
    [nobody] “{ $words }” means nobody here. Try fewer letters.
   *[found] “{ $words }”: who of them?
 }
accounts-ask-text = { $former } and { $name }: one person?

    { $lost ->
    [yes] The new account will open the record of { $name }, the earlier one will not work any more.
   *[no] The record of { $name } stays, and both accounts open it.
 } Everything else is joined in a day; until then it can be taken back.
accounts-ask-yes = Yes, one person
accounts-not-known = These people cannot be joined: another coordinator decides about one of them.
accounts-moving-already = It was decided about this record already.
accounts-too-late = More than a day has passed, it cannot be taken back.
accounts-moved-toast = Done
accounts-move-text = { $state ->
    [undone] <b>{ $name }</b>: taken back, everything is as before.
    [settled] <b>{ $name }</b>: everything is joined in one record.
   *[done] { $kind ->
        [returned] <b>{ $name }</b>: the new account opens the earlier record. What the newcomer said joins it in a day.
       *[joined] <b>{ $former }</b> and <b>{ $name }</b> are one person now. The records are joined in a day.
    }
 }
accounts-move-undo = Take back
accounts-back-card = ‹ To the card

# Letters.
accounts-letter-added = Another account was attached to you by a code. If that was not you, press the button and I detach it.
accounts-letter-not-me = It was not me
accounts-letter-moved = { $kind ->
    [returned] Another account opens your record now: your school or service decided so when asked for a lost account. This account does not work any more.
   *[joined] Another account was joined to your record: your school or service decided so.
 } If that is a mistake, say so.
accounts-letter-object = It is a mistake
accounts-letter-told = { $state ->
    [declined] You were not recognised, so the earlier record stays closed. Please turn to the service in person.
    [undone] The joining of records was taken back. Each account opens its own again.
   *[done] Your records are joined: this account opens the earlier one with everything in it.
 }
accounts-letter-look = Look
accounts-letter-plea = { $name } asks for the place of a lost account.
accounts-letter-objection = { $name }: the earlier account says that it was handed over by mistake. Please check.

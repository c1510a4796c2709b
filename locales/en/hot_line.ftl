# The hot line: published answers without names.
hot_line-command-hotline = Hot line
hot_line-question = <b>{ $question }</b>
hot_line-question-ask = This answer will help others too. Rewrite the question without names and schools: in one sentence, as any colleague would ask it.
hot_line-answer-ask = Now the answer. Leave it as it is or send a new text, without names too.
hot_line-keep = Leave it as it is
hot_line-names = There still are names: { $names }. Please take them out and send it again.
hot_line-proposed = Thank you! A second person will look, and the answer will appear in the hot line.
hot_line-published = This answer is published already.
hot_line-own = Somebody else publishes your answer: a second look is always needed.
hot_line-state = { $state ->
    [proposed] Waits for a second look.
    [published] Published.
    [returned] Sent back to its author.
   *[withdrawn] Taken out.
}
hot_line-publish = Publish
hot_line-return = Send back
hot_line-withdraw = Take out
hot_line-check = Look at an answer for the hot line: is nobody named, and is it right?
hot_line-check-button = Look at the answer
hot_line-decided = { $state ->
    [published] Published
   *[returned] Sent back
}
hot_line-decided-before = It was decided before
hot_line-list = <b>Hot line</b>
    Waiting for a look: { $waiting }, published: { $published }.
hot_line-line = { $waits ->
    [yes] ⏳ { $question }
   *[no] { $question }
}
hot_line-back = ‹ Hot line
hot_line-gone = This answer is not here any more.
hot_line-told = { $count ->
    [one] Hot line: { $count } answer proposed by you.
   *[other] Hot line: { $count } answers proposed by you.
}

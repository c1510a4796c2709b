# Conversations through the bot.
threads-write = Write
threads-answer = Answer
threads-history = The whole conversation
threads-earlier = ‹ Earlier
threads-later = Later ›
threads-back = ‹ Back to answering
threads-somebody = Somebody
threads-letter-title = <b>{ $title }</b>
threads-letter-brief = { $title }: { $author } writes
threads-message-header = { $edited ->
    [yes] <b>{ $author }</b> (edited):
   *[no] <b>{ $author }</b>:
}
threads-message-files = { $count ->
    [one] 📎 { $count } attachment
   *[other] 📎 { $count } attachments
}
threads-write-ask = Just write here and it is passed on. Photos, voice and files are welcome.
threads-passed = Passed on: <b>{ $title }</b>. You can go on writing.
threads-passed-waits = Messages do not reach the other side now. Everything is kept and arrives as soon as it can.
threads-which = Whom is this for? Your words are kept.
threads-edited = Your correction is passed on.
threads-not-edited = It cannot be corrected any more: the conversation is closed.
threads-closed = The conversation is closed, and these words were not passed on: { $title }.
threads-gone = This conversation is not here any more.
threads-told = { $count ->
    [one] Conversations through the bot: { $count } message of yours.
   *[other] Conversations through the bot: { $count } messages of yours.
}

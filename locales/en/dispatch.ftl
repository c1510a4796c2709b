dispatch-group = I answer in private chats only, so that nobody else sees your answers. Open my profile and press “Message”.
dispatch-not-yet = Let us get acquainted first, it takes a couple of minutes.
dispatch-press-outdated = This button no longer works. Here is where you are:
dispatch-command-unknown = I have no such command. Here is where you are:
dispatch-words-unexpected = I am not waiting for a message now: please choose what to do with a button below.
dispatch-sent-unexpected = Thank you, but I cannot read this, only words and buttons. This is where you are now:
dispatch-forwarded-unexpected = I do not read forwarded messages: somebody else's words are not your answer. This is where you are now:
dispatch-edited = I see the edit, but I do not reread edited messages. If it matters, please write again. Here is where you are:

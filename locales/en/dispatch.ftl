dispatch-group = I answer in private chats only, so that nobody else sees your answers. Open my profile and press “Message”.
dispatch-not-yet = Please sign up first, it takes a couple of minutes.
dispatch-press-outdated = This button no longer works; here is where you are now.
dispatch-command-unknown = I have no such command. Here is where you are:
dispatch-words-unexpected = I am not waiting for a message now. Please choose what to do with a button below.
dispatch-sent-unexpected = Thank you, but I can only read words and buttons. Here is where you are:
dispatch-forwarded-unexpected = I do not read forwarded messages: your own words matter here. Here is where you are:
dispatch-edited = I see the edit, but I do not reread edited messages. If it matters, please write again. Here is where you are:

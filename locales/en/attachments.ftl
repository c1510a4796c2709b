attachments-too-large = The file is too large: I can take up to { $most } MB. Please make it smaller or send it in parts.
attachments-empty = The file is empty. Please check that it is the right one and send it again.
attachments-not-fetched = The file did not load; the connection seems unsteady. Please send it again.
attachments-kept = <b>Files:</b> you sent { $count ->
    [one] { $count } file
   *[other] { $count } files
 }.

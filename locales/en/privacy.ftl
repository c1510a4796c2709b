privacy-back = ‹ My data

# Taking along.
privacy-take-button = Take a copy
privacy-take-text = Here is everything that is held about you. Two files follow: the first is for reading, the second for programs and complete to the last line.
privacy-take-nothing = Only your id in the messenger is held, so there is nothing to take yet.
privacy-take-paper = My data.docx
privacy-take-paper-caption = For reading
privacy-take-file = My data.json
privacy-take-file-caption = For programs
privacy-take-files = Files you sent ({ $count })
privacy-files-text = { $count ->
    [one] You sent <b>{ $count } file</b>. They come a few at a time.
   *[other] You sent <b>{ $count } files</b>. They come a few at a time.
 }
privacy-files-more = More files ›
privacy-paper-title = What Metodist holds about you
privacy-paper-made = Made on { $moment }. Operator: { $operators }.
privacy-paper-short = In short
privacy-paper-consent = Consent, version { $version }: given { $moment }, { $messenger }
privacy-table = { $table ->
    [persons] name, date of birth, beginning of work, settings
    [contacts] id in the messenger
    [consents] consents
    [employments] places of work and posts
    [account_codes] codes for another account
    [account_tries] tries of a code
    [account_moves] attached accounts
    [employment_subjects] subjects
    [roles] roles in the service
    [attachments] files sent
    [attachment_references] numbers of files in the messenger
    [letters] messages of the bot
    [letter_messages] numbers of the bot's messages
    [attempts] self-diagnoses taken
    [answers] answers of self-diagnosis
    [competence_scores] results of self-diagnosis
    [audit_entries] entries of the access log
    [drafts] what was begun and not finished
    [conversations] the open screen
    [association_members] membership in associations
    [courses] courses and retraining
    [portfolio_entries] entries of the portfolio
    [meetings] meetings called
    [meeting_invited] meetings to which you were called
    [lesson_sheets] analyses of open lessons
    [portfolio_categories] qualification categories
    [portfolio_studies] self-education
    [pool_members] card in the pool of methodologists
    [pool_edition_lines] lines of adopted lists of the pool
    [invitations] invitations created
    [invitation_uses] invitations accepted
    [confirmations] confirmations of the place of work
    [roster_imports] lists of people imported
    [roster_people] a row in a list of people
    [roster_matches] matches with a list
   *[other] { $table }
 }
privacy-said = { $is ->
    [true] yes
   *[false] no
 }
privacy-word = { $word ->
    [live] reached
    [blocked] shut out
    [gone] detached
    [telegram] Telegram
    [begun] begun
    [finished] finished
    [deficit] to be developed
    [neither] in between
    [strength] a strength
    [self_rated] self-rated
    [auto_checked] checked
    [notice] a notice
    [reminder] a reminder
    [bulk] an announcement
    [post] a message
    [replacement] put in the place of a message
    [withdrawal] took a message back
    [owed] not sent yet
    [delivered] sent
    [ended] not needed any more
    [stale] too late
    [unreachable] could not be delivered
    [unsure] perhaps delivered
   *[other] { $word }
 }
privacy-column = { $column ->
    [family_name] Family name
    [given_name] Given name
    [reply] Answer
    [reason] Why
    [attended_at] Seen there
    [part] As what
    [award] Won
    [certified_at] Certificate given
    [answers] Answers
    [kept_at] In the portfolio since
    [patronymic] Patronymic
    [career_began_year] Teaching since
    [birth_date] Date of birth
    [language] Language
    [time_zone] Time zone
    [quiet_from_minute] Quiet hours begin, minutes after midnight
    [quiet_to_minute] Quiet hours end, minutes after midnight
    [created_at] Appeared
    [registered_at] Signed up
    [messenger] Messenger
    [external_id] Id
    [state] State
    [seen_at] Last heard from
    [version] Version
    [given_at] Given
    [post] Post
    [is_main] Main place
    [began_at] From
    [ended_at] Until
    [subject] Subject
    [role] Role
    [name] Name
    [kind] Kind
    [capability] Part
    [matter] About
    [form] What it is
    [class] Urgency
    [due_at] Due
    [useless_after] Useful until
    [settled_at] Settled
    [sent_at] Sent
    [message] Number of the message
    [outcome] Outcome
    [questionnaire] Questionnaire
    [profile] Profile at that moment
    [consented_at] Separate consent
    [begun_at] Begun
    [touched_at] Changed
    [finished_at] Finished
    [question] Question
    [value] Answer
    [answered_at] When
    [area] Area
    [title] Title
    [source] Source
    [score] Score
    [level] Level
    [finding] Finding
    [measured_at] When
    [happened_at] When
    [deed] What was done
    [step] What was begun
    [address] Screen
    [updated_at] Changed
    [changed_at] Changed
    [share_percent] Share of a full post, %
    [provider] Provider
    [hours] Hours
    [began_on] Began
    [ended_on] Ended
    [in_register] In the federal register
    [by_deficit] Chosen by a diagnosis
    [day] Date
    [words] Description
    [grade] Category
    [given_on] Given on
    [until_on] Valid until
    [topic] Topic
    [plan] Plan
    [report] Report
    [is_admitted] In the pool of methodologists
    [record] What is recorded
    [line] Line of the list
    [file_name] File name
    [basis] Basis
    [row_count] Rows
    [name_key] Name for searching
    [imported_at] Imported
    [found_at] Found
    [used_at] Accepted
    [decided_at] Decided
    [confirmed_at] Confirmed
    [most_uses] For how many people
    [uses] How many came
    [expires_at] Valid until
    [revoked_at] Revoked
    [is_urgent] Urgent
    [tries] Times sent
    [event_at] When it happens
    [expects] What the bot waits for
    [reference] Number of the file in the messenger
   *[other] { $column }
 }

# Periods.
privacy-periods-button = How long it is kept
privacy-periods-title = <b>How long it is kept</b>

    You can withdraw your consent and have everything deleted at any time. Otherwise it is deleted automatically:
privacy-periods-line = • { $kind ->
    [unclaimed] names on an organisation's list that nobody claimed
    [unfinished] a sign-up that was begun and not finished
    [blocked] data of those who blocked the bot
    [silent] data of those not heard from; the bot warns them a month before
    [strangers] an id in the messenger without consent
    [letters] messages that the bot has sent
    [announcements] announcements, marks of reading and answers to them
    [consultations] closed questions to methodologists with what was said
    [meetings] meetings that are over, and who was there
    [meeting_details] names of visitors of meetings, and why people did not come
    [audit] the access log
   *[acts] records of destruction, without names
 }: { $days ->
    [one] { $days } day
   *[other] { $days } days
 }

# Withdrawing.
privacy-withdraw-button = Withdraw consent
privacy-withdraw-question = <b>Withdraw your consent and delete everything?</b>

    Your name, places of work, roles, files, answers and results will be gone. Whatever the bot was going to tell you is cancelled. This cannot be undone, but you can always start again.
privacy-withdraw-stays = This stays, without your name:
    • your id in the messenger, so that the bot can answer: { $strangers ->
    [one] { $strangers } day
   *[other] { $strangers } days
 } after the last message
    • entries of the access log with a key that leads nowhere: { $audit ->
    [one] { $audit } day
   *[other] { $audit } days
 }
    • the record of destruction that order 179 of Roskomnadzor requires: { $acts ->
    [one] { $acts } day
   *[other] { $acts } days
 }
privacy-withdraw-yes = Yes, delete everything
privacy-withdraw-no = No, keep it
privacy-farewell-text = The consent is withdrawn, everything personal is deleted. Only your id in the messenger is left.

    Thank you for having been with us. You can return at any time.
privacy-farewell-return = Start again
privacy-silence-text = You have not been here for a long time, and data must not be kept longer than needed. On <b>{ $day }</b> everything that is recorded about you will be deleted.

    Would you like to stay? Press the button, and everything is kept.
privacy-silence-brief = On { $day } your data will be deleted unless you come by

# Acts of destruction.
privacy-acts-button = Data destruction records
privacy-acts-text = { $count ->
    [0] Nobody's data has been destroyed yet. When somebody withdraws their consent or a period ends, a record appears here.
    [one] <b>{ $count } record</b> of destruction of personal data. There are no names in records, only internal numbers.
   *[other] <b>{ $count } records</b> of destruction of personal data. There are no names in records, only internal numbers.
 }
privacy-acts-line = { $day } · { $reason ->
    [withdrawn] consent withdrawn
    [unclaimed] nobody came
    [unfinished] sign-up not finished
    [blocked] bot blocked
    [silent] not heard from for a long time
   *[restored] after a restore
 }
privacy-acts-newer = ‹ Newer
privacy-acts-older = Older ›
privacy-acts-log = Extract from the log
privacy-acts-back = ‹ To the records
privacy-act-unknown = There is no such record here. This is where you are:
privacy-act-text = The record is ready. Print it, fill in the empty lines and sign it.
privacy-act-paper = Record of destruction { $day }.docx
privacy-act-caption = Record of destruction of personal data
privacy-act-title = RECORD of destruction of personal data
privacy-act-head = Field
privacy-act-words = Content
privacy-act-by-hand = ______________________________
privacy-act-basis = Made under order 179 of Roskomnadzor of 28.10.2022. It is kept for three years together with the extract from the log of events.
privacy-act-signature = Person in charge: ____________________  Date, signature: ____________________
privacy-act-field = { $field ->
    [operator] Operator
    [address] Address of the operator
    [processor] Who processed the data on the operator's behalf, address
    [subject] Whose data was destroyed
    [categories] Categories of data
    [system] Information system
    [way] Method of destruction
    [reason] Reason for destruction
    [day] Date of destruction
   *[who] Who destroyed it: name and post
 }
privacy-act-subject = person with the internal number { $id }; the name was destroyed with the data
privacy-act-system = the information system Metodist
privacy-act-way = automatic deletion of records from the database by the information system
privacy-act-reason = { $reason ->
    [withdrawn] the person withdrew their consent
    [unclaimed] the period is over: a person on an organisation's list did not come
    [unfinished] the period is over: the sign-up was not finished
    [blocked] the period is over: the person blocked the bot and did not return
    [silent] the period is over: the person was not heard from for a long time
   *[restored] the data had been destroyed before and came back with a backup
 }
privacy-log-sheet = Destruction of data
privacy-log-table = Extract of destruction.xlsx
privacy-log-caption = Extract from the log of events
privacy-log-text = The extract is ready: all records in one table.

diagnostics-command-diagnosis = Self-diagnosis
diagnostics-offer-button = 📊 Take a self-diagnosis
diagnostics-page-earlier = ‹ Earlier
diagnostics-page-later = Later ›

diagnostics-day-short = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
diagnostics-day-long = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }

diagnostics-list-title =
    <b>Self-diagnosis</b>

    It shows your strengths and helps you choose what to work on. Take it at your own pace: every answer is saved at once.
diagnostics-list-empty = There are no questionnaires right now. Please come back later.
diagnostics-list-entry =
    <b>{ $title }</b>
    { $summary }
diagnostics-list-recommended = <i>Recommended to you</i>
diagnostics-list-open = <i>Not finished; you can continue</i>
diagnostics-list-finished = <i>Taken on { $day }</i>
diagnostics-list-continue = ▶ Continue: { $title }
diagnostics-list-history = My results

diagnostics-intro-title = <b>{ $title }</b>
diagnostics-intro-effort = There { $questions ->
    [one] is { $questions } question
   *[other] are { $questions } questions
} for you here. It usually takes { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
diagnostics-intro-consent = The result is seen by you and by those you share it with. It is not used for attestation or bonuses.
diagnostics-intro-start = Start
diagnostics-intro-back = ‹ Questionnaires
diagnostics-intro-nothing = There are no questions for your position here yet. Please choose another questionnaire.
diagnostics-narrowed-title = <b>Final diagnosis</b>
    From the questionnaire “{ $title }”, but only about what you worked on: { $areas }. A few deeper questions are added to the earlier ones.
diagnostics-narrowed-open = You have begun this questionnaire as a whole. Finish or cancel it, then you can take the final one.

diagnostics-question-progress =
    { $bar }  { $position } of { $total }
    <i>{ $area }</i>
diagnostics-question-text = <b>{ $text }</b>
diagnostics-question-hint = <i>{ $hint }</i>
diagnostics-question-write-unit = <i>Send a number ({ $unit }) as a message</i>
diagnostics-question-write-number = <i>Send a number as a message</i>
diagnostics-question-write-words = <i>Send your answer as a message, up to { $most ->
    [one] { $most } character
   *[other] { $most } characters
}</i>
diagnostics-question-write-answer = <i>Send your answer as a message</i>
diagnostics-question-tick = <i>You can tick several, then “Done”</i>
diagnostics-question-given = Your answer now: <quote>{ $answer }</quote>
diagnostics-question-skipped = <i>You skipped this question</i>
diagnostics-question-done = Done
diagnostics-question-back = ‹ Back
diagnostics-question-forward = Forward ›
diagnostics-question-skip = Skip ›
diagnostics-question-pause = Pause

diagnostics-toast-passed = That question is behind you; the answer has not changed
diagnostics-toast-unfit = This question looks different now: please choose an answer on the screen
diagnostics-toast-few = { $count ->
    [one] Please tick at least { $count } answer
   *[other] Please tick at least { $count } answers
}
diagnostics-toast-many = { $count ->
    [one] You can tick at most { $count } answer
   *[other] You can tick at most { $count } answers
}

diagnostics-words-button = I see your message, but this question is answered with a button. Here it is again:
diagnostics-words-empty = The message is empty. Please write it again:
diagnostics-words-long = That makes { $chars ->
    [one] { $chars } character
   *[other] { $chars } characters
}, and { $most } fit here. Please send a shorter one:
diagnostics-words-number = One number in digits is needed here, such as 12. Please try again:
diagnostics-words-range = A whole number from { $from } to { $to } is needed here. Please try again:

diagnostics-pause-text =
    <b>Pause</b>

    Your answers are saved, you can continue from this very place at any time. { $left ->
    [one] { $left } question is left.
   *[other] { $left } questions are left.
}
diagnostics-pause-continue = ▶ Continue
diagnostics-pause-leave = Cancel this questionnaire

diagnostics-leave-text =
    <b>Cancel this questionnaire?</b>

    The answers you have given will be deleted. If you are only short of time, there is nothing to cancel: it will wait.
diagnostics-leave-stay = ▶ No, continue
diagnostics-leave-cancel = Yes, delete the answers
diagnostics-cancelled-text = Cancelled, and the answers are deleted. You can start again at any time.
diagnostics-cancelled-list = ‹ Questionnaires

diagnostics-result-title =
    <b>{ $title }</b>
    Your result, { $day }
diagnostics-result-strengths = 🌿 <b>Strengths</b>
diagnostics-result-strength = <b>{ $area }</b> · { $points } of 100. { $praise }
diagnostics-result-foothold =
    🌿 <b>What to build on</b>
    Your strongest area now is <b>{ $area }</b> · { $points } of 100. It is the easiest place to start from.
diagnostics-result-start = 🌿 You took the time to look at your work honestly, and that is something to build on.
diagnostics-result-difficulties = 🎯 <b>What to work on</b>
diagnostics-result-deficits = 🎯 <b>What to catch up on</b>
diagnostics-result-work =
    <b>{ $area }</b> · { $points } of 100. { $level }
    <i>Next step:</i> { $step }
diagnostics-result-nothing = 🎯 No clear difficulties found. Think about which part of your experience is worth sharing with colleagues.
diagnostics-result-total =
    <b>Overall: { $title }</b> · { $points } of 100
    { $words }
diagnostics-result-tasks = { $right } of { $all ->
    [one] { $all } task
   *[other] { $all } tasks
} solved.
diagnostics-result-thanks = Thank you, your answers are saved.
diagnostics-result-review = Tasks explained
diagnostics-result-picture = Show the chart
diagnostics-result-history = My results
diagnostics-result-erase = Delete this result
diagnostics-picture-earlier = before, { $day }
diagnostics-picture-caption = { $title }, { $day }

diagnostics-change-title = 📈 <b>Compared with last time, { $day }</b>
diagnostics-change-up = ▲ { $area }: +{ $points }
diagnostics-change-down = ▼ { $area }: −{ $points }
diagnostics-change-none = Hardly any change: nowhere is there a difference of { $least ->
    [one] { $least } point
   *[other] { $least } points
} or more.
diagnostics-change-self = <i>Self-ratings also go down when we begin to see more. What your work says about it matters more.</i>
diagnostics-change-tasks = <i>You may remember the tasks, so a small rise says little yet.</i>

diagnostics-review-title = <b>Tasks explained</b> · page { $page } of { $pages }
diagnostics-review-right = ✅ <b>Task { $number }: right</b>
diagnostics-review-wrong = ◻️ <b>Task { $number }: not yet</b>
diagnostics-review-yours = <b>Your answer:</b> { $answer }
diagnostics-review-answer = <b>Right answer:</b> { $answer }
diagnostics-review-why = <quote>{ $why }</quote>
diagnostics-review-nothing = no answer
diagnostics-review-back = ‹ Result

diagnostics-history-title = <b>My results</b>. { $count ->
    [one] { $count } questionnaire taken
   *[other] { $count } questionnaires taken
}. Which one shall I open?
diagnostics-history-empty = No questionnaire has been finished yet.
diagnostics-history-entry = { $day } · { $title }
diagnostics-history-list = ‹ Questionnaires

diagnostics-erase-text =
    <b>Delete this result?</b>

    “{ $title }”, { $day }. The answers and the conclusions from them will be deleted. This cannot be undone.
diagnostics-erase-keep = No, keep it
diagnostics-erase-delete = Yes, delete it
diagnostics-deleted-text = The result has been deleted together with its answers.

diagnostics-unfinished-title = <b>“{ $title }” is waiting for you</b>
diagnostics-unfinished-progress = You have answered { $answered } of { $total ->
    [one] { $total } question
   *[other] { $total } questions
}. Your answers are saved: continue from the same place whenever it suits you.
diagnostics-unfinished-untouched = You opened the questionnaire but have not answered anything yet. Begin whenever it suits you.
diagnostics-unfinished-brief = “{ $title }” is not finished: { $answered } of { $total } answered
diagnostics-unfinished-continue = ▶ Continue

diagnostics-repeat-text =
    <b>Shall we see what has changed?</b>

    “{ $title }”: you last answered it on { $day }. Take it again, and I will show the new result beside the old one.
diagnostics-repeat-brief = “{ $title }”: you can take it again and see what has changed
diagnostics-repeat-again = Take it again

diagnostics-told-finished = <b>Self-diagnosis:</b> “{ $title }”, finished on { $day }, your answers and the result.
diagnostics-told-open = <b>Self-diagnosis:</b> “{ $title }”, begun on { $day } and not finished, your answers.
diagnostics-answer-line = { $question } — { $answer }
diagnostics-result-offer = { $offer }: { $area }

# The profile, for whoever it is shown to.
diagnostics-profile-head = <b>{ $title }</b>, { $day }
diagnostics-profile-line = { $finding ->
    [strength] 💪 { $area }: { $points } of 100, a strength
    [deficit] { $source ->
        [self_rated] 🎯 { $area }: { $points } of 100, a difficulty
       *[other] 🎯 { $area }: { $points } of 100, a deficit
    }
   *[neither] • { $area }: { $points } of 100
}

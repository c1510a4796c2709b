units-place-told = <b>Place of work:</b> { $post }, { $school } ({ $municipality }){ $taught ->
    [yes] . Subjects and areas: { $subjects }.
   *[no] .
}

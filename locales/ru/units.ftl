units-place-told = <b>Место работы:</b> { $post }, { $school } ({ $municipality }){ $taught ->
    [yes] . Предметы и направления: { $subjects }.
   *[no] .
}

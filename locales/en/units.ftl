units-place-told = <b>Place of work:</b> { $post }, { $school } ({ $municipality }){ $taught ->
    [yes] . Subjects and areas: { $subjects }.
   *[no] .
}
units-role-told = <b>Role:</b> { $role }, { $place }, since { $since }
units-role-title = { $role ->
    [school_leader] school leader
    [methodologist] methodologist
    [coordinator] coordinator
    [regional_coordinator] regional coordinator
   *[owner] owner of the installation
 }
units-region-title = the whole region

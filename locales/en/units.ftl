units-place-told = <b>Place of work:</b> { $post }, { $school } ({ $municipality }){ $taught ->
    [yes] . Subjects and areas: { $subjects }.
   *[no] .
}
units-role-told = <b>Role:</b> { $role }, { $place }, since { $since }
units-role-title = { $role ->
    [association_head] association head
    [school_leader] school leader
    [methodologist] methodologist
    [coordinator] coordinator
    [regional_coordinator] regional coordinator
   *[owner] owner of the installation
 }
units-region-title = the whole region
units-association-told = <b>Association:</b> { $title }{ $level ->
    [school] , { $school }
   *[municipality] { "" }
 }
units-association-kind = { $kind ->
    [subject] one subject
    [cycle] a cycle of subjects
    [primary] primary classes
    [class_teachers] class teachers
    [parallel] one year of classes
    [project] project group
    [creative_group] creative group
    [focus_group] focus group
   *[council] methodical council
 }

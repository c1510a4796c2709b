units-place-told = <b>Место работы:</b> { $post }, { $school } ({ $municipality }){ $taught ->
    [yes] . Предметы и направления: { $subjects }.
   *[no] .
}
units-role-told = <b>Роль:</b> { $role }, { $place }, с { $since }
units-role-title = { $role ->
    [association_head] руководитель объединения
    [school_leader] руководитель организации
    [methodologist] методист
    [coordinator] координатор
    [regional_coordinator] региональный координатор
   *[owner] владелец установки
 }
units-region-title = весь регион
units-association-told = <b>Объединение:</b> { $title }{ $level ->
    [school] , { $school }
   *[municipality] { "" }
 }
units-association-kind = { $kind ->
    [subject] предметное
    [cycle] цикла предметов
    [primary] начальных классов
    [class_teachers] классных руководителей
    [parallel] параллели
    [project] проектное
    [creative_group] творческая группа
    [focus_group] фокус-группа
   *[council] методический совет
 }

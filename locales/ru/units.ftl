units-place-told = <b>Место работы:</b> { $post }, { $school } ({ $municipality }){ $taught ->
    [yes] . Предметы и направления: { $subjects }.
   *[no] .
}
units-role-told = <b>Роль:</b> { $role }, { $place }, с { $since }
units-role-title = { $role ->
    [school_leader] руководитель организации
    [methodologist] методист
    [coordinator] координатор
    [regional_coordinator] региональный координатор
   *[owner] владелец установки
 }
units-region-title = весь регион

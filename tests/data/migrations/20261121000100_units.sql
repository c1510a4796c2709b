INSERT INTO municipalities (id, slug, title, short_title, service_title, time_zone, search_key)
VALUES ({uuid:1}, 'lugobor', 'Лугоборский муниципальный район', 'Лугоборский район', 'ММС Лугоборского района',
        'Europe/Moscow', 'лугоборский район');
INSERT INTO schools (id, municipality_id, slug, title, short_title, kind, settlement, low_results,
                     difficult_conditions, search_key, position, is_listed)
VALUES ({uuid:2}, {uuid:1}, 'school-1', 'МБОУ «СОШ № 1»', 'Школа № 1', 'school', 'г. Лугобор', FALSE, TRUE,
        'школа № 1', 1, TRUE);

INSERT INTO roster_names (person_id, name) VALUES ({uuid:12}, 'Иванова Анна Петровна');

SELECT person_id, area, finding FROM areas_found;

SELECT person_id, methodologist_id FROM people_accompanied;

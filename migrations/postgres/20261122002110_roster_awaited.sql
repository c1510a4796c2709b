-- Who is here because a list names them and has not come in, published for those who look for people.
CREATE VIEW people_awaited AS SELECT person_id, municipality_id FROM roster_people;

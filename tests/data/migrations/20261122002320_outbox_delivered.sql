SELECT person_id, delivered_at FROM letters_delivered;

SELECT person_id, career_began_year FROM person_years;

UPDATE municipalities SET service_address = 'г. Лугобор, ул. Школьная, 1' WHERE id = {uuid:1};

INSERT INTO reveal (client_id, on_day, staff, at_ms) VALUES (?1, ?2, ?3, ?4)

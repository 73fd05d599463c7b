INSERT INTO participant (matter_id, position, client_id, role) VALUES (?1, ?2, ?3, ?4)

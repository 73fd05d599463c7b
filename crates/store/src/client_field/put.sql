INSERT INTO client_field (code, label, kind, choices, position) VALUES (?1, ?2, ?3, ?4, ?5)

INSERT INTO milestone (matter_id, position, id, kind, on_moment, known) VALUES (?1, ?2, ?3, ?4, ?5, ?6)

INSERT INTO milestone (matter_id, position, id, kind, on_moment, known, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)

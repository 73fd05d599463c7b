INSERT INTO struck_milestone (id, matter_id, content, reason, by_staff, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)

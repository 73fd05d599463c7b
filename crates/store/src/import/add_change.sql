INSERT INTO import_change (import_id, seq, entity, entity_id, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)

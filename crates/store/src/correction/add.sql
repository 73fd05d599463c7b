INSERT INTO correction (record_id, corrects, reason) VALUES (?1, ?2, ?3)

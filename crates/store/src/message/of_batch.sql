SELECT record, occasion, address FROM message WHERE batch = ?1 ORDER BY rowid

INSERT OR IGNORE INTO client_phone (tail, client_id) VALUES (?1, ?2)

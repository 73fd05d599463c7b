INSERT OR IGNORE INTO client_word (word, client_key) VALUES (?1, ?2)

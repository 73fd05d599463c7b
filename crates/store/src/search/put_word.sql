INSERT OR IGNORE INTO search_word (word, key) VALUES (?1, ?2)

INSERT INTO message_text (title, purpose, text, changed_ms) VALUES (?1, ?2, ?3, ?4)

SELECT id, title, purpose, text FROM message_text ORDER BY id

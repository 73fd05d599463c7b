DELETE FROM message_text WHERE id = ?1

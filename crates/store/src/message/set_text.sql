UPDATE message_text SET title = ?2, purpose = ?3, text = ?4, changed_ms = ?5 WHERE id = ?1

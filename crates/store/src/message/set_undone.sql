UPDATE message_batch SET undone_ms = ?2 WHERE id = ?1 AND undone_ms IS NULL

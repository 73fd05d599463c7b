INSERT INTO message_batch (on_day, at_ms, by_staff, channel, title, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)

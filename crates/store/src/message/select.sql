SELECT id, on_day, at_ms, by_staff, channel, title, text, undone_ms,
       (SELECT count(*) FROM message WHERE message.batch = message_batch.id)
FROM message_batch

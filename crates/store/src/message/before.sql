SELECT record.client_id, message.occasion, message_batch.on_day, message_batch.title
FROM json_each(?1) AS wanted
JOIN record ON record.client_id = wanted.value AND record.voided = 0
JOIN message ON message.record = record.id
JOIN message_batch ON message_batch.id = message.batch AND message_batch.undone_ms IS NULL
ORDER BY message_batch.id

WHERE id IN (SELECT record_id FROM settlement WHERE task_id IN (SELECT value FROM json_each(?1)))

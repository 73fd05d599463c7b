WHERE id IN (SELECT record_id FROM settlement WHERE task_id = ?1) ORDER BY on_day DESC, at_ms DESC

SELECT record_id, task_id, form, answers, satisfied FROM settlement ORDER BY record_id, position

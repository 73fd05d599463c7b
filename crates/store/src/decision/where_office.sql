WHERE task_id IN (SELECT id FROM task WHERE client_id IS NULL AND (subject = 'office' OR subject LIKE 'staff:%'))

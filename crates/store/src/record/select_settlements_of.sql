SELECT record_id, task_id, form, answers, satisfied, rule, unanswered FROM settlement
WHERE record_id IN (SELECT value FROM json_each(?1))
ORDER BY record_id, position

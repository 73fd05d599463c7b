SELECT record_id, task_id, form, answers, satisfied, rule, unanswered FROM settlement ORDER BY record_id, position

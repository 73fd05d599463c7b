INSERT INTO settlement (record_id, position, task_id, form, answers, satisfied, rule, unanswered)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)

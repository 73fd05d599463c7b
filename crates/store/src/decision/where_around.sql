WHERE client_id IN (SELECT value FROM json_each(?1))
    OR task_id IN (
        SELECT id FROM task WHERE client_id IN (SELECT value FROM json_each(?1))
        UNION
        SELECT id FROM task WHERE matter_id IN (SELECT value FROM json_each(?2))
    )

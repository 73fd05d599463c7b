-- What is open about these clients and matters.
WHERE key IN (
        SELECT task.key
        FROM json_each(?5) CROSS JOIN client ON client.key = value
            CROSS JOIN task INDEXED BY task_client_open ON task.client_id = client.id
        WHERE task.client_id IS NOT NULL AND asked = 1 AND ended IS NULL AND fulfilled IS NULL
        UNION
        SELECT task.key
        FROM json_each(?6) CROSS JOIN matter ON matter.key = value
            CROSS JOIN task INDEXED BY task_matter_open ON task.matter_id = matter.id
        WHERE task.matter_id IS NOT NULL AND asked = 1 AND ended IS NULL AND fulfilled IS NULL
    )
    AND asked = 1 AND ended IS NULL AND fulfilled IS NULL
    AND due_now BETWEEN ?1 AND ?2
    AND (opens <= ?3 OR due_now <= ?3)
    AND (?7 IS NULL OR next_try IS NULL OR next_try <= ?7)
    AND (halted_to IS NOT NULL AND halted_to >= ?4) = ?8
    AND (lapses IS NULL OR lapses > ?4 OR due_now >= ?4)
ORDER BY due_now, due_minute, id

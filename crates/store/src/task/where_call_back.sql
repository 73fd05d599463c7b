-- What is open and of which a record of these days promised to call back by the last of them.
WHERE id IN (
        SELECT settlement.task_id
        FROM record INDEXED BY record_again JOIN settlement ON settlement.record_id = record.id
        WHERE again_on BETWEEN ?1 AND ?2 AND again_on IS NOT NULL AND voided = 0
    )
    AND asked = 1 AND ended IS NULL AND fulfilled IS NULL
ORDER BY due_now, id

SELECT count(*)
FROM task INDEXED BY task_waiting
WHERE next_try IS NOT NULL AND asked = 1 AND ended IS NULL AND fulfilled IS NULL
    AND next_try > ?1
    AND (opens <= ?2 OR due_now <= ?2)
    AND (lapses IS NULL OR lapses > ?2 OR due_now >= ?2)
    AND (halted_to IS NULL OR halted_to < ?2)

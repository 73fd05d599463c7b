SELECT
    count(*) FILTER (WHERE opens <= ?1 AND due_now < ?1),
    count(*) FILTER (WHERE opens <= ?1 AND due_now = ?1),
    count(*) FILTER (WHERE opens <= ?1 AND due_now > ?1 AND due_now <= ?2),
    count(*) FILTER (WHERE opens <= ?1 AND due_now > ?1 AND due_now > ?2),
    count(*) FILTER (WHERE opens > ?1)
FROM task INDEXED BY task_live
WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL
    AND coalesce(lapses, '9999-12-31') > ?1
    AND (halted_to IS NULL OR halted_to < ?1)

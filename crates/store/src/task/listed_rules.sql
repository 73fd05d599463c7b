SELECT DISTINCT pack, rule, channels ->> '$[0]'
FROM task INDEXED BY task_open
WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL
    AND due_now BETWEEN ?1 AND ?2
    AND (opens <= ?3 OR due_now <= ?3)
    AND (lapses IS NULL OR lapses > ?4 OR due_now >= ?4)
    AND (halted_to IS NULL OR halted_to < ?4)
    AND id NOT IN (SELECT value FROM json_each(?5))
ORDER BY pack, rule

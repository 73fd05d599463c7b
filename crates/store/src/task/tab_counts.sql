-- One walk over what is open: `?1` today, `?2` tomorrow, `?3` the last day of the week that begins tomorrow.
SELECT
    count(*) FILTER (WHERE opens <= ?1 OR due_now <= ?1),
    count(*) FILTER (WHERE due_now < ?1),
    count(*) FILTER (WHERE due_now = ?1),
    count(*) FILTER (WHERE due_now = ?2),
    count(*) FILTER (WHERE due_now BETWEEN ?2 AND ?3)
FROM task INDEXED BY task_open
WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL
    AND (lapses IS NULL OR lapses > ?1 OR due_now >= ?1)

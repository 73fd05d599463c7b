-- One walk over what is open: `?1` today, `?2` tomorrow, `?3` the last day of the week that begins tomorrow, `?4` now.
SELECT
    count(*) FILTER (WHERE NOT paused AND (opens <= ?1 OR due_now <= ?1)),
    count(*) FILTER (WHERE NOT paused AND ready AND due_now < ?1),
    count(*) FILTER (WHERE NOT paused AND ready AND due_now = ?1),
    count(*) FILTER (WHERE NOT paused AND ready AND due_now = ?2),
    count(*) FILTER (WHERE NOT paused AND ready AND due_now BETWEEN ?2 AND ?3),
    count(*) FILTER (WHERE paused AND (opens <= ?1 OR due_now <= ?1))
FROM (
    SELECT
        due_now,
        opens,
        next_try IS NULL OR next_try <= ?4 AS ready,
        halted_to IS NOT NULL AND halted_to >= ?1 AS paused
    FROM task INDEXED BY task_open
    WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL
        AND (lapses IS NULL OR lapses > ?1 OR due_now >= ?1)
)

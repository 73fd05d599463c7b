SELECT count(*)
FROM task INDEXED BY task_meant
WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL
    AND due_now BETWEEN ?1 AND ?2
    AND (opens <= ?3 OR due_now <= ?3)
    AND (lapses IS NULL OR lapses > ?4 OR due_now >= ?4)
    AND (halted_to IS NOT NULL AND halted_to >= ?4) = ?11
    AND (?5 IS NULL OR pack = ?5)
    AND (?6 IS NULL OR pack || '/' || rule IN (SELECT value FROM json_each(?6)))
    AND (?7 IS NULL OR role = ?7)
    AND id NOT IN (SELECT value FROM json_each(?9))
    AND (?10 IS NULL OR next_try IS NULL OR next_try <= ?10)
    AND meant IN (SELECT value FROM json_each(?8))

WHERE pack = ?1 AND rule = ?2 AND (subject = 'office' OR (subject >= 'staff:' AND subject < 'staff;'))
    AND asked = 1 AND ended IS NULL AND fulfilled IS NULL
    AND (opens <= ?3 OR due_now <= ?3)
    AND (lapses IS NULL OR lapses > ?3 OR due_now >= ?3)
ORDER BY due_now, id

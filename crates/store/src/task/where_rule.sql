WHERE pack = ?1 AND rule = ?2 ORDER BY due_now, id

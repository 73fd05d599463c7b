SELECT id FROM matter WHERE kind = ?1 ORDER BY id

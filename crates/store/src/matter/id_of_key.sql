SELECT id FROM matter WHERE key = ?1

WHERE key = ?1

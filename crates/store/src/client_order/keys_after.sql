SELECT key, name, no, place, contacts FROM client WHERE key > ?1 ORDER BY key LIMIT ?2

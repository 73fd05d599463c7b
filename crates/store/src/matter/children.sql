SELECT id FROM matter WHERE parent = ?1 AND struck_ms IS NULL

SELECT key, no FROM matter WHERE key > ?1 AND no IS NOT NULL AND struck_ms IS NULL ORDER BY key LIMIT ?2

SELECT id FROM matter INDEXED BY matter_latest WHERE kind = ?1 AND struck_ms IS NULL ORDER BY id

SELECT id, struck_on, struck_by, struck_reason FROM matter WHERE id = ?1 AND struck_ms IS NOT NULL

SELECT id, struck_on, struck_by, struck_reason FROM matter INDEXED BY matter_struck
WHERE struck_ms IS NOT NULL AND struck_on >= ?1
ORDER BY struck_ms DESC
LIMIT ?2

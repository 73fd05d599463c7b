SELECT id FROM matter INDEXED BY matter_struck WHERE struck_ms IS NOT NULL

SELECT id FROM matter INDEXED BY matter_no WHERE no = ?1 AND kind = ?2 ORDER BY key

SELECT id FROM matter INDEXED BY matter_unstaged WHERE stage IS NULL ORDER BY key LIMIT ?1

SELECT stage, count(*) FROM matter INDEXED BY matter_board
WHERE kind = ?1 AND struck_ms IS NULL
  AND (?2 IS NULL OR department = ?2)
  AND (?3 IS NULL OR handler IN (SELECT value FROM json_each(?3)))
  AND (?4 IS NULL OR id IN (SELECT value FROM json_each(?4)))
GROUP BY stage

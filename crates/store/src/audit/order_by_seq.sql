ORDER BY audit.seq

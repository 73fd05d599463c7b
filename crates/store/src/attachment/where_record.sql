WHERE record_id = ?1 ORDER BY at_ms, key

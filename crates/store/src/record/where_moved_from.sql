WHERE moved_from = ?1 ORDER BY at_ms DESC

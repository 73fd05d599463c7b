WHERE client_id = ?1 ORDER BY at_ms DESC, key DESC

WHERE client_id = ?1 ORDER BY on_day DESC, at_ms DESC

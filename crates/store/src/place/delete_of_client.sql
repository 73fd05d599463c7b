DELETE FROM tenure WHERE client_id = ?1

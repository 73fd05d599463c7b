DELETE FROM client_phone WHERE client_id = ?1

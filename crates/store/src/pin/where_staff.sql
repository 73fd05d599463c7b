SELECT staff_id, hash, failed, failed_ms, set_ms FROM pin WHERE staff_id = ?1

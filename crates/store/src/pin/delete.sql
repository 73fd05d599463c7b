DELETE FROM pin WHERE staff_id = ?1

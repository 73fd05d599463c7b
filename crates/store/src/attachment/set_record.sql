UPDATE attachment SET record_id = ?2 WHERE id = ?1

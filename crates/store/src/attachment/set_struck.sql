UPDATE attachment SET struck = ?2 WHERE id = ?1

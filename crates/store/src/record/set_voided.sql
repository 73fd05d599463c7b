UPDATE record SET voided = ?2 WHERE id = ?1

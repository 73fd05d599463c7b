UPDATE absence SET voided = ?2 WHERE id = ?1

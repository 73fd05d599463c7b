UPDATE matter SET held = ?2 WHERE id = ?1

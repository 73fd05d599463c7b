UPDATE task SET next_try = ?2 WHERE id = ?1

DELETE FROM staff WHERE id = ?1

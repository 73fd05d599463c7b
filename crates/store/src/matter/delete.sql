DELETE FROM matter WHERE id = ?1

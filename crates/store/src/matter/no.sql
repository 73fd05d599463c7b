SELECT no FROM matter WHERE id = ?1

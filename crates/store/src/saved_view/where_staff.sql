WHERE staff = ?1 ORDER BY position, id

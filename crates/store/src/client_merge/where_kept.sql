WHERE kept = ?1 ORDER BY id

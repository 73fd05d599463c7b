UPDATE client_merge SET undone_ms = ?2 WHERE id = ?1

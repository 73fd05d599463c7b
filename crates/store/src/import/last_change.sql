SELECT coalesce(max(seq), 0) FROM import_change WHERE import_id = ?1

WHERE file_hash = ?1 ORDER BY id DESC

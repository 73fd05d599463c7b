SELECT id, at_ms, by_staff, file, file_hash, read_as, summary, undone_ms
FROM import

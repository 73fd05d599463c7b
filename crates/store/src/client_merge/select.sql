SELECT id, at_ms, by_staff, kept, merged, before, undone_ms
FROM client_merge

INSERT INTO audit (seq, at_ms, by_staff, op, changed, pretended, content_hash, prev_hash, hash)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)

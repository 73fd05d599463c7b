SELECT audit.seq, at_ms, by_staff, op, changed, pretended, content_hash, prev_hash, hash, salt, detail
FROM audit LEFT JOIN audit_content USING (seq)

INSERT INTO struck_milestone (id, matter_id, content, reason, by_staff, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
-- What was taken back at once and came again may be struck out again.
ON CONFLICT (id) DO UPDATE SET
    content = excluded.content,
    reason = excluded.reason,
    by_staff = excluded.by_staff,
    at_ms = excluded.at_ms

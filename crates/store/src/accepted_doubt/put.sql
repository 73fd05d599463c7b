INSERT INTO accepted_doubt (doubt, data, at_ms, by_staff, reason) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (doubt) DO UPDATE SET
    data = excluded.data,
    at_ms = excluded.at_ms,
    by_staff = excluded.by_staff,
    reason = excluded.reason

INSERT INTO pin (staff_id, hash, failed, failed_ms, set_ms)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (staff_id) DO UPDATE SET
    hash = excluded.hash,
    failed = excluded.failed,
    failed_ms = excluded.failed_ms,
    set_ms = excluded.set_ms

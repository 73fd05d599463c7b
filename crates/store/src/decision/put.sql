INSERT INTO decision (id, on_day, act, task_id, client_id, by_staff, approver, reason, voided, at_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
ON CONFLICT (id) DO UPDATE SET
    on_day = excluded.on_day,
    act = excluded.act,
    task_id = excluded.task_id,
    client_id = excluded.client_id,
    by_staff = excluded.by_staff,
    approver = excluded.approver,
    reason = excluded.reason,
    voided = excluded.voided,
    at_ms = excluded.at_ms

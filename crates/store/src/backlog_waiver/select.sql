SELECT id, pack, on_day, at_ms, by_staff, approver, reason, decisions, undone_ms
FROM backlog_waiver

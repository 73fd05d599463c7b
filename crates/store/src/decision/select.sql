SELECT id, on_day, act, by_staff, approver, reason, voided, at_ms
FROM decision

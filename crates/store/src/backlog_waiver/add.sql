INSERT INTO backlog_waiver (pack, on_day, at_ms, by_staff, approver, reason, decisions)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)

SELECT id, staff, from_day, to_day, weekdays, substitute, reason, by_staff, voided, at_ms
FROM absence

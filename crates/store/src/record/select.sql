SELECT id, client_id, matter_id, on_day, channel, outcome, satisfied, by_staff, recorder, purpose, again_on, note,
    voided, at_ms, again_minute, phone, moved_from
FROM record

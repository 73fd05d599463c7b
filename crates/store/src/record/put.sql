INSERT INTO record (id, client_id, matter_id, on_day, channel, outcome, satisfied, by_staff, recorder, purpose, again_on,
    note, voided, at_ms, again_minute, phone, moved_from)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
ON CONFLICT (id) DO UPDATE SET
    client_id = excluded.client_id,
    matter_id = excluded.matter_id,
    on_day = excluded.on_day,
    channel = excluded.channel,
    outcome = excluded.outcome,
    satisfied = excluded.satisfied,
    by_staff = excluded.by_staff,
    recorder = excluded.recorder,
    purpose = excluded.purpose,
    again_on = excluded.again_on,
    note = excluded.note,
    voided = excluded.voided,
    at_ms = excluded.at_ms,
    again_minute = excluded.again_minute,
    phone = excluded.phone,
    moved_from = excluded.moved_from

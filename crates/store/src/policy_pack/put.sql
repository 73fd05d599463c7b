INSERT INTO policy_pack (id, version, effective_from, until, params, text, overrides)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id, version) DO UPDATE SET
    effective_from = excluded.effective_from,
    until = excluded.until,
    params = excluded.params,
    text = excluded.text,
    overrides = excluded.overrides

INSERT INTO own_pack (id, copied_from, text, stories, changed_ms)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET
    copied_from = excluded.copied_from,
    text = excluded.text,
    stories = excluded.stories,
    changed_ms = excluded.changed_ms

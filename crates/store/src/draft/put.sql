INSERT INTO draft (author, kind, target, title, body, field, cursor, at_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (author, kind, target) DO UPDATE SET
    title = excluded.title,
    body = excluded.body,
    field = excluded.field,
    cursor = excluded.cursor,
    at_ms = excluded.at_ms

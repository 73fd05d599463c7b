INSERT INTO attachment (id, client_id, matter_id, record_id, kind, name, mime, bytes, hash, thumbnail, signed, at_ms,
    by_staff, struck)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)

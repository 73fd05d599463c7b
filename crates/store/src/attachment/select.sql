SELECT id, client_id, matter_id, record_id, kind, name, mime, bytes, hash, thumbnail, signed, at_ms, by_staff, struck
FROM attachment

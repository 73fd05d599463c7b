SELECT entity, entity_id, before, after, import_id FROM import_change
WHERE entity = ?1 AND entity_id = ?2
ORDER BY import_id DESC, seq DESC

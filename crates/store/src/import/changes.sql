SELECT entity, entity_id, before, after FROM import_change WHERE import_id = ?1 ORDER BY seq

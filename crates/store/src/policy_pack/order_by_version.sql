ORDER BY id, version

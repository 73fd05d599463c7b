SELECT id, copied_from, text, stories, changed_ms FROM own_pack ORDER BY id

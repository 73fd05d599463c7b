SELECT content, reason, by_staff, at_ms FROM struck_milestone WHERE matter_id = ?1 ORDER BY at_ms DESC, id

UPDATE backlog_waiver SET undone_ms = ?2 WHERE id = ?1

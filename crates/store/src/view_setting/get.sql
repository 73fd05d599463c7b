SELECT value FROM view_setting WHERE staff = ?1 AND name = ?2

DELETE FROM draft WHERE author = ?1 AND kind = ?2 AND target = ?3

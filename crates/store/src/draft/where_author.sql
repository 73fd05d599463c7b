WHERE author = ?1 ORDER BY at_ms DESC, kind, target

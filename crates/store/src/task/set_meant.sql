UPDATE task SET meant = ?2 WHERE id = ?1

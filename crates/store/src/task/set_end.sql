UPDATE task SET ended = ?2, ended_on = ?3 WHERE id = ?1

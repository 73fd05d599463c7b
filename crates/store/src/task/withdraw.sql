UPDATE task SET asked = 0, withdrawn_because = ?2 WHERE id = ?1

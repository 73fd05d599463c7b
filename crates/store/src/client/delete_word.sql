DELETE FROM client_word WHERE word = ?1 AND client_key = ?2

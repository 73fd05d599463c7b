DELETE FROM search_word WHERE word = ?1 AND key = ?2

SELECT key FROM search_word WHERE word >= ?1 AND word < ?2 ORDER BY word, key

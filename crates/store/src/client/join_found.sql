JOIN (
    SELECT client_key, min(word) AS word
    FROM (
        SELECT client_key, word FROM client_word WHERE word >= ?1 AND word < ?2
        UNION ALL
        SELECT client_key, word FROM client_word WHERE word >= ?3 AND word < ?4
    )
    GROUP BY client_key
    ORDER BY min(word), client_key
    LIMIT ?5 OFFSET ?6
) AS found ON found.client_key = client.key
ORDER BY found.word, client.key

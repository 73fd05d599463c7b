SELECT count(DISTINCT client_key)
FROM (
    SELECT client_key FROM client_word WHERE word >= ?1 AND word < ?2
    UNION ALL
    SELECT client_key FROM client_word WHERE word >= ?3 AND word < ?4
)

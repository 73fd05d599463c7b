SELECT json_extract(class.value, '$.class') AS name, count(DISTINCT client.id)
FROM client, json_each(client.classes) AS class
WHERE coalesce(json_extract(class.value, '$.from') <= ?1, 1) AND coalesce(json_extract(class.value, '$.to') >= ?1, 1)
GROUP BY name
ORDER BY name

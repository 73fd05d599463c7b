SELECT DISTINCT json_extract(class.value, '$.class') AS name
FROM client, json_each(client.classes) AS class
ORDER BY name

SELECT DISTINCT json_extract(class.value, '$.class') AS name
FROM (SELECT DISTINCT classes FROM client WHERE classes <> '[]') AS spans, json_each(spans.classes) AS class
ORDER BY name

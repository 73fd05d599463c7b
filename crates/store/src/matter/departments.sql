-- Walks from department to department through the index, however many matters each has.
WITH RECURSIVE found (name) AS (
    SELECT min(department) FROM matter WHERE department IS NOT NULL
    UNION ALL
    SELECT (SELECT min(department) FROM matter WHERE department IS NOT NULL AND department > found.name)
    FROM found WHERE found.name IS NOT NULL
)
SELECT name FROM found WHERE name IS NOT NULL

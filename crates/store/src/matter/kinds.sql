-- Walks from kind to kind through the index, however many matters each has.
WITH RECURSIVE found (kind) AS (
    SELECT min(kind) FROM matter WHERE struck_ms IS NULL
    UNION ALL
    SELECT (SELECT min(kind) FROM matter WHERE struck_ms IS NULL AND kind > found.kind)
    FROM found WHERE found.kind IS NOT NULL
)
SELECT kind FROM found WHERE kind IS NOT NULL

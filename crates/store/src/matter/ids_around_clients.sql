-- The clients' matters, the problems that came out of them, and the matters out of which they came.
WITH RECURSIVE
    own (id) AS (SELECT DISTINCT matter_id FROM participant WHERE client_id IN (SELECT value FROM json_each(?1))),
    below (id) AS (
        SELECT id FROM own
        UNION
        SELECT matter.id FROM matter JOIN below ON matter.parent = below.id
    ),
    above (id) AS (
        SELECT id FROM own
        UNION
        SELECT matter.parent FROM matter JOIN above ON matter.id = above.id WHERE matter.parent IS NOT NULL
    )
SELECT id FROM below UNION SELECT id FROM above

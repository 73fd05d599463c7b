SELECT 1 FROM staff AS s
WHERE s.id = ?1 AND (
    EXISTS (SELECT 1 FROM record WHERE by_staff IN (s.id, s.name) OR recorder IN (s.id, s.name))
    OR EXISTS (SELECT 1 FROM decision WHERE by_staff IN (s.id, s.name) OR approver IN (s.id, s.name))
    OR EXISTS (SELECT 1 FROM draw WHERE staff IN (s.id, s.name))
    OR EXISTS (SELECT 1 FROM client WHERE assignee IN (s.id, s.name))
    OR EXISTS (SELECT 1 FROM matter WHERE handler IN (s.id, s.name))
)

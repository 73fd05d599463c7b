INSERT INTO matter (id, kind, no, department, severity, handler, parent, fields, stage, began, stage_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (id) DO UPDATE SET
    kind = excluded.kind,
    no = excluded.no,
    department = excluded.department,
    severity = excluded.severity,
    handler = excluded.handler,
    parent = excluded.parent,
    fields = excluded.fields,
    stage = excluded.stage,
    began = excluded.began,
    stage_on = excluded.stage_on
RETURNING key

SELECT id, kind, no, department, severity, handler, parent, fields
FROM matter

SELECT id, name, role, department, phone, areas, active
FROM staff

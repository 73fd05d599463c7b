INSERT INTO staff (id, name, role, department, phone, areas, active)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    role = excluded.role,
    department = excluded.department,
    phone = excluded.phone,
    areas = excluded.areas,
    active = excluded.active

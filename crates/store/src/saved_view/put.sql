INSERT INTO saved_view (id, staff, name, filter, position)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET
    staff = excluded.staff,
    name = excluded.name,
    filter = excluded.filter,
    position = excluded.position

INSERT INTO client (id, name, no, id_number, sex, born, place, contacts, since, assignee, classes, fields, household, wish)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    no = excluded.no,
    id_number = excluded.id_number,
    sex = excluded.sex,
    born = excluded.born,
    place = excluded.place,
    contacts = excluded.contacts,
    since = excluded.since,
    assignee = excluded.assignee,
    classes = excluded.classes,
    fields = excluded.fields,
    household = excluded.household,
    wish = excluded.wish
RETURNING key

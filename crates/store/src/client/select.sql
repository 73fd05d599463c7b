SELECT id, name, no, id_number, sex, born, place, contacts, since, assignee, classes, fields
FROM client

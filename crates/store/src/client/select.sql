SELECT id, name, no, id_number, sex, born, place, contacts, since, assignee, classes, fields, household, wish
FROM client

SELECT id, held FROM matter WHERE held <> '[]'

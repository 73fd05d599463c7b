SELECT code, label, kind, choices FROM client_field ORDER BY position, code

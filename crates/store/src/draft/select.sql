SELECT author, kind, target, title, body, field, cursor, at_ms FROM draft

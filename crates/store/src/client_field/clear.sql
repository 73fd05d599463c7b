DELETE FROM client_field

INSERT INTO search_version (version) VALUES (?1)

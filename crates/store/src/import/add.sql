INSERT INTO import (at_ms, by_staff, file, file_hash, read_as, summary) VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id

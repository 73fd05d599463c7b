WHERE json_extract(audit_content.detail, '$.client') = ?1 ORDER BY audit.seq DESC LIMIT ?2

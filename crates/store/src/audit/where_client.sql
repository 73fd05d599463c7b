WHERE audit.seq IN (SELECT seq FROM audit_content WHERE json_extract(detail, '$.client') = ?1)
ORDER BY audit.seq DESC LIMIT ?2

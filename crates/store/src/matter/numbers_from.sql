-- Of the numbers with this beginning that of the most digits, and of those the greatest.
SELECT no FROM matter
WHERE no >= ?1 AND no < ?2 AND kind = ?3
ORDER BY length(no) DESC, no DESC LIMIT 1

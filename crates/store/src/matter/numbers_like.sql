-- The longest number is the greatest: they are not filled up to one length in every office.
SELECT no FROM matter INDEXED BY matter_no
WHERE no >= ?1 AND no < ?2 AND substr(no, length(?1) + 1) NOT GLOB '*[^0-9]*' AND length(no) > length(?1) AND length(no) <= length(?1) + 9
ORDER BY length(no) DESC, no DESC
LIMIT 1

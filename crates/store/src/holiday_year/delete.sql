DELETE FROM holiday_year WHERE year = ?1

WHERE due_now BETWEEN ?1 AND ?2 ORDER BY due_now, id

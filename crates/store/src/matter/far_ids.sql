SELECT DISTINCT matter_id FROM milestone WHERE on_moment < ?1 OR on_moment > ?2 ORDER BY matter_id

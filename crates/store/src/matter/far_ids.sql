SELECT matter_id FROM milestone INDEXED BY milestone_on WHERE on_moment < ?1
UNION
SELECT matter_id FROM milestone INDEXED BY milestone_on WHERE on_moment > ?2
ORDER BY matter_id

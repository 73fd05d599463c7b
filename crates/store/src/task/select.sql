SELECT id, pack, rule, subject, anchor, occurrence, client_id, matter_id, step_title, need, have, opens, due, due_minute,
    latest, lapses, fulfilled, action, role, held_by, by_area, channels, form, clauses, because, guessed, asked,
    withdrawn_because, first_asked_ms, ended, ended_on, due_set, assignee_set, next_try,
    halted_to, meant
FROM task

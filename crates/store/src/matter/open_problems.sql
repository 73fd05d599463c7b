SELECT count(*) FROM open_problem

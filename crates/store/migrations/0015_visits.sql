-- Home visits that reached the client, by day: those without his signature are counted with every look at the worklist.
CREATE INDEX record_visit ON record (on_day) WHERE channel = 'home_visit' AND outcome = 'reached' AND voided = 0;

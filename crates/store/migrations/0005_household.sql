-- Who is rung up together, and how each wishes to be contacted.
ALTER TABLE client ADD COLUMN household TEXT;
ALTER TABLE client ADD COLUMN wish TEXT NOT NULL DEFAULT '{}';
CREATE INDEX client_household ON client (household) WHERE household IS NOT NULL;

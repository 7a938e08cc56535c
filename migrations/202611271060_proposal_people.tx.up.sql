-- Whose data a proposal is about when its subject is something of theirs, as an order is its
-- buyer's: what was written goes with them.
ALTER TABLE proposals ADD COLUMN person_id TEXT NOT NULL DEFAULT '';

-- A feed that says it has moved for good is believed after two readings; where it was configured stays in its definition.
alter table feeds add column moved_to text;       -- what it says at the moment
alter table feeds add column moved_at integer;    -- since when it says so
alter table feeds add column address text;        -- asked instead of the configured one; null: nothing else is asked

-- What is remembered of a feed that could not be reached, until it is: waiting, charged, dead. Null for any other.
alter table feeds add column reach text;

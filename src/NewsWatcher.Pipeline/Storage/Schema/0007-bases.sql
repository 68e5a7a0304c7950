-- What facts are read with: the rules of the program, the followed deals, the standing of outlets. What was read with an earlier one is to be read again.
create table bases (
    id integer primary key,               -- the newest is in force
    at integer not null,
    stamp text not null
);
alter table items add column basis_id integer not null default 0;
create index items_by_basis on items (basis_id, id) where version_id is not null;

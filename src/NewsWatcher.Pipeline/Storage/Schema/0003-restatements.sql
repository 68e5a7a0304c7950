-- A claim that a later version states again stands elsewhere in it: the newest row here says where. The claim itself stays as it was first read.
create table claim_restatements (
    id integer primary key,
    claim_id integer not null references claims (id),
    version_id integer not null references versions (id),
    fact text not null
);
create index restatements_of_claim on claim_restatements (claim_id, id);

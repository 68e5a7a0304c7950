-- How often a feed brings something new, and when it says that it publishes.
alter table feeds add column batches real not null default 0;
alter table feeds add column watched_seconds real not null default 0;
alter table feeds add column skipped_hours integer not null default 0;
alter table feeds add column skipped_days integer not null default 0;
alter table feeds add column update_base integer;

-- Waits in a row that the publisher asked for, and since when the address answers "not found" or "forbidden".
alter table feeds add column limits integer not null default 0;
alter table feeds add column missing_since integer;

-- By what a feed is known. Another identity keeps its items apart until a person says that it is the same feed.
alter table feeds add column site text;
alter table feeds add column document_id text;
alter table feeds add column identity_changed_at integer;
alter table items add column quarantined_by integer references feeds (id);

drop index items_unplaced;
create index items_unplaced on items (id) where placed_at is null and version_id is not null and quarantined_by is null;
create index items_quarantined on items (quarantined_by) where quarantined_by is not null;

-- Since when a feed says that it has moved to moved_to; moved_at is the first reading there that proved it the same feed.
alter table feeds add column moved_said_at integer;
update feeds set moved_said_at = moved_at;

create table feed_moves (
    id integer primary key,
    feed_id integer not null references feeds (id),
    at integer not null,
    from_url text not null,
    to_url text not null,
    ended_at integer,                     -- null while it is in force
    ended_why text                        -- undone, failed
);
create index moves_of_feed on feed_moves (feed_id, id);
insert into feed_moves (feed_id, at, from_url, to_url)
    select id, coalesce(moved_at, 0), definition ->> '$.url', address from feeds where address is not null and definition ->> '$.url' is not null;

-- The host that a feed is configured at, with its port: what is due is taken host by host.
alter table feeds add column host text generated always as (lower(substr(substr(definition ->> '$.url', instr(definition ->> '$.url', '://') + 3), 1,
    instr(substr(definition ->> '$.url', instr(definition ->> '$.url', '://') + 3) || '/', '/') - 1))) virtual;
drop index feeds_due;
create index feeds_due on feeds (next_poll_at, host, not_before_at, last_attempt_at) where active = 1 and muted_at is null and gone_at is null;
create index feeds_of_host on feeds (host) where active = 1 and muted_at is null and gone_at is null;
create index feeds_limited on feeds (host, not_before_at) where limits > 0;

-- Tells whether what is followed has changed: reading all of it at every tick would cost more than the tick.
insert into settings (name, value) values ('catalog', '1');
create trigger feeds_added after insert on feeds begin update settings set value = value + 1 where name = 'catalog'; end;
create trigger feeds_changed after update of definition, active, title on feeds
    when old.definition is not new.definition or old.active is not new.active or old.title is not new.title
    begin update settings set value = value + 1 where name = 'catalog'; end;
create trigger outlets_added after insert on outlets begin update settings set value = value + 1 where name = 'catalog'; end;
create trigger outlets_changed after update on outlets begin update settings set value = value + 1 where name = 'catalog'; end;
create trigger deals_added after insert on deals begin update settings set value = value + 1 where name = 'catalog'; end;
create trigger deals_changed after update on deals begin update settings set value = value + 1 where name = 'catalog'; end;

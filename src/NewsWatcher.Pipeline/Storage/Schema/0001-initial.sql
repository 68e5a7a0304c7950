-- Instants are milliseconds since 1970 UTC. Money is canonical decimal text; sort_value only orders and filters.
-- Deletes are by policy only, and never of claims or decisions.

create table settings (
    name text primary key,
    value text not null
);

create table outlets (
    id text primary key,
    definition text not null,
    origin text not null check (origin in ('file', 'added')),
    active integer not null default 1
);

create table deals (
    id text primary key,
    root_id text not null,
    parent_id text references deals (id),
    kind text not null,
    name text not null,
    position integer not null,
    definition text,                      -- of a root: the whole deal as JSON
    origin text not null check (origin in ('file', 'added')),
    active integer not null default 1
);

create table feeds (
    id integer primary key,
    key text not null unique,
    definition text not null,
    origin text not null check (origin in ('file', 'added')),
    active integer not null default 1,
    muted_at integer,
    next_poll_at integer not null default 0,
    last_attempt_at integer,
    last_success_at integer,
    first_success_at integer,
    full_fetch_at integer,                -- the last answer with a body: a full fetch is due a week later
    etag text,
    last_modified text,
    content_hash text,
    title text,
    outcome text,
    reason text,
    errors integer not null default 0,    -- in a row
    not_before_at integer,                -- what Retry-After asked for
    by_link integer not null default 0,   -- ids were found to repeat: entries are known by their links for good
    ttl_seconds integer,                  -- how often the feed itself asks to be polled
    gone_count integer not null default 0,
    gone_counted_at integer,              -- answers of "gone" count once a day
    gone_at integer
);
create index feeds_due on feeds (next_poll_at) where active = 1;

create table polls (
    id integer primary key,
    feed_id integer not null references feeds (id),
    started_at integer not null,
    finished_at integer,
    outcome text not null,                -- a class, 'running', or 'interrupted'
    reason text,
    status integer,
    bytes integer not null default 0,
    entries integer not null default 0,
    added integer not null default 0,
    changed integer not null default 0,
    next_poll_at integer
);
create index polls_of_feed on polls (feed_id, id);
create index polls_running on polls (outcome) where outcome = 'running';

create table items (
    id integer primary key,
    canonical_url text not null,
    folded_title text not null,
    url text not null,
    title text not null,
    outlet_id text not null,
    source_name text,
    language text,
    published_at integer,
    first_seen_at integer not null,
    supplied_by text,                     -- the person who added it by hand
    reading text not null,                -- due, read, headline, unreadable, failed
    reading_reason text,
    reads_page integer not null,          -- 1: the page is fetched; 0: the entry's own text is read
    read_due_at integer,
    read_attempts integer not null default 0,
    last_read_at integer,
    version_id integer references versions (id),
    placed_at integer,
    development_id integer references developments (id),
    unique (canonical_url, folded_title)
);
create index items_due on items (reads_page, read_due_at) where read_due_at is not null;
create index items_unplaced on items (id) where placed_at is null and version_id is not null;
create index items_by_time on items (published_at);
create index items_by_sight on items (first_seen_at);

create table entries (
    id integer primary key,
    feed_id integer not null references feeds (id),
    key text not null,
    guid text,
    link text,
    title text not null,
    summary text,
    content text,
    author text,
    categories text not null,
    enclosures text not null,
    published_at integer,
    updated_at integer,
    source_name text,
    source_url text,
    hash text not null,
    first_seen_at integer not null,
    last_seen_at integer not null,
    item_id integer not null references items (id),
    unique (feed_id, key)
);
create index entries_of_item on entries (item_id);

create table versions (
    id integer primary key,
    item_id integer not null references items (id),
    number integer not null,
    recorded_at integer not null,
    from_page integer not null,
    title text not null,
    text text not null,
    language text,
    published text,
    updated text,
    byline text,
    site_name text,
    canonical_url text,
    description text,
    notices text not null,
    is_deal integer not null,              -- whether it is about a deal at all, followed or not
    hash text not null,
    unique (item_id, number)
);

create table originals (
    version_id integer primary key references versions (id),
    url text not null,
    content_type text,
    body blob not null                    -- brotli
);

create table claims (
    id integer primary key,
    key text not null unique,
    item_id integer not null references items (id),
    version_id integer not null references versions (id),
    kind text not null,
    part_id text,
    role text,
    currency text,
    sort_value real,
    fact text not null,
    reported_at integer not null,
    recorded_at integer not null
);
create index claims_of_item on claims (item_id);

-- A claim ends, or comes back, by a row here: the newest one counts.
create table claim_endings (
    id integer primary key,
    claim_id integer not null references claims (id),
    at integer not null,
    version_id integer not null references versions (id),
    ended integer not null                -- 1: no longer stated; 0: stated again
);
create index endings_of_claim on claim_endings (claim_id, id);

create trigger claims_stay before delete on claims begin select raise(abort, 'claims are append-only'); end;
create trigger claims_keep before update on claims begin select raise(abort, 'claims are append-only'); end;

create table decisions (
    id integer primary key,
    at integer not null,
    actor text not null,
    kind text not null,
    claim_key text not null,
    corrected text,
    why text
);
create index decisions_on_claim on decisions (claim_key, id);
create trigger decisions_stay before delete on decisions begin select raise(abort, 'decisions are append-only'); end;
create trigger decisions_keep before update on decisions begin select raise(abort, 'decisions are append-only'); end;

create table developments (
    id integer primary key,
    deal_id text,
    began_at integer not null
);

create table item_deals (
    item_id integer not null references items (id),
    deal_id text not null references deals (id),
    score real not null,
    belongs integer not null,             -- 0: looked at and held back, with the reasons
    reasons text not null,
    primary key (item_id, deal_id)
);
create index items_of_deal on item_deals (deal_id, belongs);

-- What a person said belongs to a deal, whatever the matcher thinks of it.
create table item_assignments (
    item_id integer not null references items (id),
    deal_id text not null references deals (id),
    at integer not null,
    actor text not null,
    primary key (item_id, deal_id)
);

create table origins (
    item_id integer primary key references items (id),
    key text not null,
    copy_of integer references items (id),
    counts integer not null,
    why text not null
);

create table cursors (
    reader text not null,
    deal_id text not null references deals (id),
    at integer not null,
    primary key (reader, deal_id)
);

create table tags (
    item_id integer not null references items (id),
    tag text not null,
    primary key (item_id, tag)
);

create table notes (
    id integer primary key,
    item_id integer not null references items (id),
    at integer not null,
    actor text not null,
    text text not null
);
create index notes_of_item on notes (item_id);

create table outbox (
    id text primary key,                  -- UUIDv7: the idempotency key
    kind text not null,
    item_id integer references items (id),
    deal_id text,
    payload text not null,
    created_at integer not null,
    sent_at integer
);
create index outbox_unsent on outbox (created_at) where sent_at is null;

create virtual table item_search using fts5 (title, text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");

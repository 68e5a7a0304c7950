-- One log of everything that people decide: of claims, of what belongs to a deal, of what tells one development. A row may undo another.
drop trigger decisions_stay;
drop trigger decisions_keep;
drop index decisions_on_claim;
alter table decisions rename to decisions_on_claims;
create table decisions (
    id integer primary key,
    at integer not null,
    actor text not null,
    kind text not null,
    item_id integer references items (id), -- null for developments
    claim_key text,
    along_with integer references decisions (id),
    said text not null,                    -- the decision itself, as JSON
    why text
);
insert into decisions (id, at, actor, kind, item_id, claim_key, said, why)
    select d.id, d.at, d.actor, lower(d.kind), (select c.item_id from claims c where c.key = d.claim_key), d.claim_key,
        case when d.corrected is null then json_object('$type', lower(d.kind), 'claimKey', d.claim_key)
            else json_object('$type', lower(d.kind), 'fact', json(d.corrected), 'claimKey', d.claim_key) end, d.why
    from decisions_on_claims d order by d.id;
drop table decisions_on_claims;
create index decisions_on_item on decisions (item_id, id) where item_id is not null;
create index decisions_on_deals on decisions (said ->> '$.dealId', item_id) where kind = 'inDeal';
create index decisions_on_developments on decisions (id) where item_id is null;
create trigger decisions_stay before delete on decisions begin select raise(abort, 'decisions are append-only'); end;
create trigger decisions_keep before update on decisions begin select raise(abort, 'decisions are append-only'); end;

-- What a person said of an item and a deal stands beside what the matcher said of them.
insert into decisions (at, actor, kind, item_id, said)
    select at, actor, 'inDeal', item_id, json_object('$type', 'inDeal', 'dealId', deal_id, 'belongs', json('true')) from item_assignments order by at, item_id, deal_id;
alter table item_deals add column matched integer; -- what the matcher says; null: it did not look
alter table item_deals add column said text;       -- what a person said, in words
update item_deals set matched = belongs;
update item_deals set matched = null, said = reasons ->> '$[0]', reasons = '[]'
    where (item_id, deal_id) in (select item_id, deal_id from item_assignments) and reasons like '["added to the deal by %';
drop table item_assignments;

-- Where an item was placed, if people put it elsewhere since; development_id is where it is.
alter table items add column placed_in integer references developments (id);
create index items_regrouped on items (placed_in) where placed_in is not null;
create index items_of_development on items (development_id) where development_id is not null;

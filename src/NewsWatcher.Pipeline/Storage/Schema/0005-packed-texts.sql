-- Texts are kept packed; rows from before keep theirs as they are. With a version that was read from an entry lie the entry's own words as well.
alter table versions add column packed blob;                              -- text, and of an entry its content and summary; text is '' then
alter table entries add column packed blob;                               -- nothing, content, summary
alter table entries add column words_of integer references versions (id); -- the version that keeps the words instead
alter table entries add column chars integer;                             -- of the longer one of content and summary

-- Every transaction leaves a segment of the index; merging sixteen of them at once writes a word half as often as merging four.
insert into item_search (item_search, rank) values ('automerge', 16);
insert into item_search (item_search, rank) values ('crisismerge', 32);

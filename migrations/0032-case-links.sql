-- Cases that hang together, and who has which case open.

-- Who has this case open, newest first.
create index case_uses_case on case_uses (organisation_id, case_id, used_at desc);

-- How a case hangs together with another: from whichever of the two it was linked; both show it.
create table case_links (
  organisation_id int not null,
  case_id bigint not null,
  other_case_id bigint not null,
  kind text not null check (kind in ('related', 'duplicate', 'follows', 'part')),
  reason text,
  linked_by text not null,
  linked_at timestamptz not null,
  primary key (organisation_id, case_id, other_case_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, other_case_id) references cases,
  check (case_id <> other_case_id)
);
create unique index case_links_pair on case_links
  (organisation_id, least(case_id, other_case_id), greatest(case_id, other_case_id));
create index case_links_other on case_links (organisation_id, other_case_id, case_id);

call protect('{case_links}', 'select, insert, delete');

-- Cases that were merged into others. Nothing is moved: what they hold is shown on the other case as well, and what
-- they were before is kept, so that they can be taken apart again.

create table case_merges (
  organisation_id int not null,
  case_merge_id bigint generated always as identity,
  case_id bigint not null,
  into_case_id bigint not null,
  reason text not null,
  before jsonb not null,
  merged_by text not null,
  merged_at timestamptz not null,
  unmerged_by text,
  unmerged_at timestamptz,
  primary key (organisation_id, case_merge_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, into_case_id) references cases,
  check (case_id <> into_case_id)
);
create unique index case_merges_case on case_merges (organisation_id, case_id)
  where unmerged_at is null;
create index case_merges_into on case_merges (organisation_id, into_case_id)
  where unmerged_at is null;

-- Kept here as well, so that the clock of a case need look into no other table.
alter table cases add column merged_into bigint;

call protect('{case_merges}', 'select, insert, update');

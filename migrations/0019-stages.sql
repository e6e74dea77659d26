-- How a case moves: who has worked its stages, and what became of its letters.

-- Whoever has had the case in a stage, however often it was in it: somebody else must work what asks for that.
alter table case_stages
  add column workers bigint[] not null default '{}',
  add column outcome_code text;
update case_stages set workers = array[worked_by] where worked_by is not null;

alter table letter_drafts
  add column version int not null default 1,
  add column changed_by text,
  add column changed_at timestamptz,
  add column dropped_by text,
  add column dropped_reason text;

-- What happens to the clock of a case by a letter being sent.
alter table letter_templates add column records text;

create index letter_drafts_open on letter_drafts (organisation_id, due_on, case_id)
  where sent_at is null and dropped_at is null;

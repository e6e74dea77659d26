-- What people are told of their work: notices in the application, and the mails that carry them.

-- Apart from teams: a team and its people would refer to one another in a circle.
create table team_managers (
  organisation_id int not null,
  team_id bigint not null,
  user_id bigint not null,
  primary key (organisation_id, team_id),
  foreign key (organisation_id, team_id) references teams,
  foreign key (organisation_id, user_id) references users
);
create index team_managers_user on team_managers (organisation_id, user_id);
create trigger team_managers_announce after insert or update or delete on team_managers
  for each row execute function announce_configuration();

-- state: 'queued', 'attempted' (being handed over; what stays so was broken off), 'sent', 'uncertain' (the
-- server may have it; it is never handed over again), 'failed' (nobody has it, given up), 'dropped' (there was
-- nothing left to tell, or nobody to tell it to).
create table mails (
  organisation_id int not null,
  mail_id bigint generated always as identity,
  user_id bigint not null,
  kind text not null check (kind in ('notices', 'digest')),
  state text not null default 'queued'
    check (state in ('queued', 'attempted', 'sent', 'uncertain', 'failed', 'dropped')),
  message_id uuid not null default gen_random_uuid(),
  digest_on date,
  queued_at timestamptz not null,
  attempted_at timestamptz,
  sent_at timestamptz,
  uncertain_at timestamptz,
  failure text,
  told_in bigint,
  primary key (organisation_id, mail_id),
  foreign key (organisation_id, user_id) references users,
  foreign key (organisation_id, told_in) references mails,
  check ((kind = 'digest') = (digest_on is not null))
);
-- One that nobody has tried to send yet takes up what else its reader is to be told.
create unique index mails_waiting on mails (organisation_id, user_id)
  where kind = 'notices' and state = 'queued' and attempted_at is null;
create unique index mails_digest on mails (organisation_id, user_id, digest_on)
  where kind = 'digest';
create index mails_untold on mails (organisation_id, user_id)
  where state in ('uncertain', 'failed') and told_in is null;

create index mails_open on mails (organisation_id, queued_at) where state in ('queued', 'attempted');

create table notices (
  organisation_id int not null,
  notice_id bigint generated always as identity,
  user_id bigint not null,
  case_id bigint not null,
  kind text not null check (kind in ('reminder', 'escalation', 'assignment', 'answer returned')),
  track text not null default '',
  stage text not null default '',
  code text not null default '',
  reminder int not null default 0,
  due_on date,
  particulars jsonb not null default '{}',
  mail_id bigint,
  created_at timestamptz not null,
  seen_at timestamptz,
  primary key (organisation_id, notice_id),
  foreign key (organisation_id, user_id) references users,
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, mail_id) references mails
);
-- No reminder of a deadline is given twice.
create unique index notices_once
  on notices (organisation_id, case_id, track, stage, code, reminder, due_on, user_id)
  where kind in ('reminder', 'escalation');
create index notices_user on notices (organisation_id, user_id, notice_id);
create index notices_unseen on notices (organisation_id, user_id) where seen_at is null;
create index notices_mail on notices (organisation_id, mail_id) where mail_id is not null;

-- What is late or due soon, for the digests.
create index cases_target on cases (organisation_id, target_on, case_id)
  where target_on is not null and closed_on is null;
create index tasks_due on tasks (organisation_id, due_on, task_id)
  where due_on is not null and completed_at is null;

call protect('{team_managers,mails,notices}', 'select, insert, update, delete');

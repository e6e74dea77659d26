-- What a complaint says point by point, what is done to put it right, and what was learnt from it.

-- `stage` and `answered_stage` are the numbers of the stages (contract 6.7) in which a point was added and
-- last answered; null where the case had no such stage. `version` tells two who change it at once apart.
create table complaint_points (
  organisation_id int not null,
  case_id bigint not null,
  point int not null check (point > 0),
  description text not null,
  service text,
  evidence text,
  finding text check (finding in ('upheld', 'partly upheld', 'not upheld', 'withdrawn')),
  reasons text,
  stage int,
  added_at timestamptz not null,
  added_by text not null,
  answered_stage int,
  answered_at timestamptz,
  answered_by text,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (organisation_id, case_id, point),
  foreign key (organisation_id, case_id) references cases,
  check ((finding is null) = (answered_at is null))
);

-- Every answer that a point was ever given: a later stage answers anew, and what the earlier one said stays.
create table point_answers (
  organisation_id int not null,
  point_answer_id bigint generated always as identity,
  case_id bigint not null,
  point int not null,
  stage int,
  service text,
  evidence text,
  finding text not null,
  reasons text not null,
  answered_at timestamptz not null,
  answered_by text not null,
  primary key (organisation_id, point_answer_id),
  foreign key (organisation_id, case_id, point) references complaint_points
);
create index point_answers_case on point_answers (organisation_id, case_id, point);

-- Amounts are whole pence. A remedy stays open when its stage or its case is closed.
create table remedies (
  organisation_id int not null,
  case_id bigint not null,
  remedy int not null check (remedy > 0),
  point int,
  what text not null check (
    what in ('apology', 'explanation', 'action', 'payment', 'review of practice', 'other')
  ),
  description text not null,
  team_id bigint,
  user_id bigint,
  due_on date not null,
  expected_cost bigint check (expected_cost >= 0),
  state text not null default 'open' check (state in ('open', 'done', 'not needed')),
  actual_cost bigint check (actual_cost >= 0),
  done_on date,
  evidence text,
  reason text,
  settled_at timestamptz,
  settled_by text,
  added_at timestamptz not null,
  added_by text not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (organisation_id, case_id, remedy),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, case_id, point) references complaint_points,
  foreign key (organisation_id, team_id) references teams,
  foreign key (organisation_id, user_id) references users,
  check ((state = 'open') = (settled_at is null)),
  check ((state = 'done') = (done_on is not null)),
  check ((state = 'not needed') = (reason is not null))
);
create index remedies_open on remedies (organisation_id, due_on, case_id, remedy)
  where state = 'open';

create table lessons (
  organisation_id int not null,
  lesson_id bigint generated always as identity,
  case_id bigint not null,
  learnt text not null,
  change_made text,
  team_id bigint,
  user_id bigint,
  is_published boolean not null default false,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (organisation_id, lesson_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, team_id) references teams,
  foreign key (organisation_id, user_id) references users
);
create index lessons_case on lessons (organisation_id, case_id);

-- Why a complaint, or a point of it, was not taken on.
create table exclusions (
  organisation_id int not null,
  exclusion_id bigint generated always as identity,
  case_id bigint not null,
  point int,
  reason text not null,
  explanation text not null,
  told_on date not null,
  is_ombudsman_given boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (organisation_id, exclusion_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, case_id, point) references complaint_points
);
create index exclusions_case on exclusions (organisation_id, case_id);

call protect('{complaint_points,remedies}', 'select, insert, update, delete');
call protect('{point_answers,lessons,exclusions}', 'select, insert, delete');

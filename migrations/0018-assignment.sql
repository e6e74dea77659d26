-- Who gets a case: what people can do, when they are away, whose turn it is, and which rule decided.

create table user_skills (
  organisation_id int not null,
  user_id bigint not null,
  skill text not null,
  primary key (organisation_id, user_id, skill),
  foreign key (organisation_id, user_id) references users
);
create unique index user_skills_once on user_skills (organisation_id, user_id, lower(skill));

-- Both days are days of absence.
create table absences (
  organisation_id int not null,
  absence_id bigint generated always as identity,
  user_id bigint not null,
  from_on date not null,
  until_on date not null,
  stand_in_user_id bigint,
  kind text not null check (kind in ('leave', 'sickness', 'training', 'other')),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, absence_id),
  foreign key (organisation_id, user_id) references users,
  foreign key (organisation_id, stand_in_user_id) references users,
  check (from_on <= until_on),
  check (stand_in_user_id <> user_id),
  -- ranges of one number, since GiST compares plain numbers only with an extension
  constraint absences_apart exclude using gist (
    int4range(organisation_id, organisation_id, '[]') with &&,
    int8range(user_id, user_id, '[]') with &&,
    daterange(from_on, until_on, '[]') with &&
  )
);
create index absences_user on absences (organisation_id, user_id, until_on);
create index absences_stand_in on absences (organisation_id, stand_in_user_id)
  where stand_in_user_id is not null;

-- Who had the last turn of a team, for one skill or (empty) for any.
create table team_turns (
  organisation_id int not null,
  team_id bigint not null,
  skill text not null default '',
  last_user_id bigint not null,
  primary key (organisation_id, team_id, skill),
  foreign key (organisation_id, team_id) references teams,
  foreign key (organisation_id, last_user_id) references users
);

-- The rule is none where a person decided, or no rule took the case.
alter table cases
  add column assigned_by_rule text,
  add column assigned_at timestamptz;
create index cases_open_work on cases (organisation_id, assigned_user_id)
  where assigned_user_id is not null and closed_on is null;
create index users_team on users (organisation_id, team_id) where disabled_at is null;

call protect('{user_skills,absences,team_turns}', 'select, insert, update, delete');

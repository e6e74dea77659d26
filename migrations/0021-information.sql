-- Requests for information: what looking for it costs, what is withheld and why; searches and third parties.

-- Minutes of work, estimated or done. `withdrawn_at` where it was entered by mistake.
create table cost_activities (
  organisation_id int not null,
  case_id bigint not null,
  activity int not null check (activity > 0),
  kind text not null,
  is_estimate boolean not null,
  minutes int not null check (minutes > 0),
  worked_by text not null,
  done_on date not null,
  note text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  primary key (organisation_id, case_id, activity),
  foreign key (organisation_id, case_id) references cases
);

-- Requests that count together by hand, or that do not though one person made them both. Kept once for each
-- pair, the smaller number first.
create table linked_requests (
  organisation_id int not null,
  case_id bigint not null,
  other_case_id bigint not null,
  how text not null check (how in ('in concert', 'different information')),
  reason text not null,
  linked_by text not null,
  linked_at timestamptz not null,
  primary key (organisation_id, case_id, other_case_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, other_case_id) references cases
);
create index linked_requests_other on linked_requests (organisation_id, other_case_id);

create table request_parts (
  organisation_id int not null,
  case_id bigint not null,
  part int not null check (part > 0),
  description text not null,
  decision text check (
    decision in ('held', 'not held', 'released', 'withheld', 'partly released', 'withdrawn')
  ),
  reasons text,
  decided_by text,
  decided_at timestamptz,
  version int not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (organisation_id, case_id, part),
  foreign key (organisation_id, case_id) references cases,
  check ((decision is null) = (decided_at is null))
);

-- The public-interest test is whole or not there.
create table part_exemptions (
  organisation_id int not null,
  case_id bigint not null,
  part int not null,
  exemption text not null,
  interest_for text,
  interest_against text,
  balance text check (balance in ('withhold', 'disclose')),
  balanced_by text,
  balanced_at timestamptz,
  claimed_by text not null,
  claimed_at timestamptz not null,
  primary key (organisation_id, case_id, part, exemption),
  foreign key (organisation_id, case_id, part) references request_parts,
  check ((balance is null) = (balanced_at is null)),
  check (balance is null or (interest_for is not null and interest_against is not null))
);

-- Where is looked for personal data, and what came of it.
create table searches (
  organisation_id int not null,
  case_id bigint not null,
  search int not null check (search > 0),
  place text not null,
  planned_by text not null,
  planned_at timestamptz not null,
  searched_by text,
  searched_on date,
  found text,
  primary key (organisation_id, case_id, search),
  foreign key (organisation_id, case_id) references cases,
  check ((searched_on is null) = (searched_by is null)),
  check ((searched_on is null) = (found is null))
);

-- Other people of whom what was found tells: by a reference, never by name.
create table third_parties (
  organisation_id int not null,
  case_id bigint not null,
  third_party int not null check (third_party > 0),
  reference text not null,
  consent text not null default 'not asked'
    check (consent in ('not asked', 'asked', 'given', 'refused')),
  decision text check (decision in ('disclose', 'redact', 'withhold')),
  reasons text,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (organisation_id, case_id, third_party),
  foreign key (organisation_id, case_id) references cases,
  check ((decision is null) = (reasons is null))
);

call protect('{cost_activities,linked_requests,request_parts,part_exemptions,searches,third_parties}',
  'select, insert, update, delete');

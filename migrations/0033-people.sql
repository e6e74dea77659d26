-- What is known of people beside their record, and calls that are being recorded.

-- Further ways to reach somebody, and who speaks for them, each as long as it holds.
create table customer_contacts (
  organisation_id int not null,
  contact_id bigint generated always as identity,
  customer_id bigint not null,
  kind text not null,
  details text not null,
  from_on date,
  until_on date,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, contact_id),
  foreign key (organisation_id, customer_id) references customers
);
create index customer_contacts_customer on customer_contacts (organisation_id, customer_id);

-- What whoever deals with somebody must know beforehand.
create table customer_alerts (
  organisation_id int not null,
  alert_id bigint generated always as identity,
  customer_id bigint not null,
  alert text not null,
  reason text not null,
  review_on date not null,
  set_by text not null,
  set_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  primary key (organisation_id, alert_id),
  foreign key (organisation_id, customer_id) references customers
);
create index customer_alerts_customer on customer_alerts (organisation_id, customer_id);

call protect('{customer_contacts,customer_alerts}', 'select, insert, update');

-- What others may be found by who could be the same person.
create function twin_query(person customers) returns tsquery
  language sql stable
  return (
    select to_tsquery('simple', nullif(string_agg(part, ' | '), ''))
    from (
      values (quote_literal('phone=' || phone_key(person.phone))),
        (quote_literal('phone=' || phone_key(person.mobile))),
        (quote_literal('email=' || lower(trim(person.email)))),
        ((select '(' || string_agg(quote_literal(n.lexeme) || ':A', ' & ') || ')'
          from unnest(to_tsvector('simple', person_name(person))) n having count(*) > 1))
    ) as parts (part)
  );

-- What somebody has begun to fill in while on the telephone.
create table call_drafts (
  organisation_id int not null,
  draft_id bigint generated always as identity,
  user_id bigint not null,
  customer_id bigint,
  case_type text,
  typed jsonb not null,
  saved_at timestamptz not null,
  primary key (organisation_id, draft_id),
  foreign key (organisation_id, customer_id) references customers
);
create index call_drafts_user on call_drafts (organisation_id, user_id);
call protect('{call_drafts}', 'select, insert, update, delete');

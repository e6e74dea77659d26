-- Special-category answers, apart from casework: own schema, own role, sealed answers, a pseudonym for
-- the person. The application can hand answers in; it cannot read one.

create schema equality authorization casewright_equality;

set local role casewright_equality;

create table equality.answers (
  organisation_id int not null,
  answer_id bigint generated always as identity,
  subject bytea not null,
  question text not null,
  sealed_answer bytea,
  handed_in_at timestamptz not null,
  primary key (organisation_id, answer_id)
);
create index answers_subject on equality.answers (organisation_id, subject, question, answer_id desc);
alter table equality.answers enable row level security;
alter table equality.answers force row level security;
create policy own_organisation on equality.answers
  using (organisation_id = (select public.current_organisation()))
  with check (organisation_id = (select public.current_organisation()));

-- The day only: a moment could be matched with that of the person's record.
-- The only way in. Answers: [{"question": …, "sealed": base64 or null when withdrawn}].
create function equality.hand_in(subject bytea, answers jsonb) returns void
  language sql volatile security definer set search_path = equality, public
  begin atomic
    insert into equality.answers (organisation_id, subject, question, sealed_answer, handed_in_at)
    select public.current_organisation(), hand_in.subject, a.question, decode(a.sealed, 'base64'),
      date_trunc('day', public.casewright_now())
    from jsonb_to_recordset(hand_in.answers) as a (question text, sealed text);
  end;

revoke all on function equality.hand_in(bytea, jsonb) from public;
grant usage on schema equality to casewright;
grant execute on function equality.hand_in(bytea, jsonb) to casewright;

reset role;

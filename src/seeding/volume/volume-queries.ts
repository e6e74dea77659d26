import {
  deadlineColumns,
  deadlineRecord,
  deadlineValues,
  type DeadlineRow,
} from '#domain/clock/index.ts'
import { bool, date, instant, int8, json, nullable, textArray } from '#platform/columns.ts'
import { change, get, list } from '#platform/statement.ts'

/** The last case number of a range that is in use. */
export const findLastCase = get({
  takes: { first: int8, last: int8 },
  returns: { caseId: nullable(int8) },
  sql: `
    select max(c.case_id) as "caseId"
    from cases c
    where c.organisation_id = :organisationId and c.case_id between :first and :last`,
})

/** Lets the numbers of new cases begin after the given one. */
export const skipCaseNumbers = get({
  takes: { last: int8 },
  returns: { last: int8 },
  sql: `
    select setval(s.name, greatest(:last, coalesce(pg_sequence_last_value(s.name), 1))) as last
    from (select ('case_ids_' || :organisationId)::regclass as name) s`,
})

/**
 * For the rest of the transaction rows are not checked for what they refer to, where the role may ask for
 * that: checking is most of the work, and what is made here refers to nothing that could be missing.
 */
export const trustReferences = get({
  takes: {},
  returns: { isTrusted: bool },
  sql: `
    select case when has_parameter_privilege('session_replication_role', 'set')
      then set_config('session_replication_role', 'replica', true) = 'replica'
      else false end as "isTrusted"`,
})

/** How cases of one type are made in great number. */
export interface VolumeType {
  readonly caseTypeId: number
  readonly version: number
  readonly teamId: number
  readonly status: string
  readonly rating: string | null
  readonly isConfidential: boolean
  readonly targetDays: number
  readonly stage: number | null
  readonly stageCode: string
  readonly outcomes: readonly string[]
  readonly labels: readonly string[]
  /** What the forms say, one for each label. */
  readonly forms: readonly Readonly<Record<string, string>>[]
  /** What the form says of a case in the disclosure log; null where there are none of the type. */
  readonly published: Readonly<Record<string, string>> | null
}

/**
 * Cases of the given numbers, each with its customer, party, opening event and note, and the first stage;
 * spread over ten years, all but the youngest closed. Nothing in it is random: what
 * is made of a number is always the same.
 */
export const insertVolume = change({
  takes: {
    first: int8,
    last: int8,
    total: int8,
    now: instant,
    types: json<readonly VolumeType[]>(),
    userIds: json<readonly number[]>(),
    firstNames: textArray,
    surnames: textArray,
    streets: textArray,
    towns: textArray,
    methods: textArray,
    notes: textArray,
  },
  returns: { count: int8 },
  sql: `
    with types as materialized (
      select t.*, row_number() over () - 1 as slot, count(*) over () as slots
      from jsonb_to_recordset(:types) as t ("caseTypeId" bigint, "version" int, "teamId" bigint,
        "status" text, "rating" text, "isConfidential" boolean, "targetDays" int, "stage" int, "stageCode" text,
        "outcomes" text[], "labels" text[], "forms" jsonb, "published" jsonb)
    ), numbered as (
      select n, hashint8extended(n, 1) & 1073741823 as a, hashint8extended(n, 2) & 1073741823 as b,
        nextval('customers_customer_id_seq') as customer_id,
        date_trunc('second', :now - interval '3650 days' * (1 - n::float8 / (:total + 1))
          - interval '1 second' * (hashint8extended(n, 3) & 65535)) as received_at
      from generate_series(:first, :last) n
    ), drawn as materialized (
      select d.*, t."caseTypeId", t."version", t."teamId", t."status", t."rating",
        t."isConfidential", t."targetDays", t."stage", t."stageCode", t."published", t."labels"[1 + b % cardinality(t."labels")] as label,
        t."forms" -> (b % cardinality(t."labels"))::int as form,
        (received_at at time zone 'Europe/London')::date as received_on,
        case when a % 100 < 97 and received_at + interval '1 day' * (1 + b % 45) < :now
          then received_at + interval '1 day' * (1 + b % 45) end as closed_at,
        t."outcomes"[1 + a % cardinality(t."outcomes")] as outcome
      from numbered d
      join types t on t.slot = a % t.slots
    ), people as (
      insert into customers (organisation_id, customer_id, reference, title, first_name, surname,
        address, town, postcode, email, phone, contact_consent, created_at, updated_at)
      overriding system value
      select :organisationId, customer_id, 'C' || n, case when b % 2 = 0 then 'Ms' else 'Mr' end,
        (:firstNames)[1 + a % cardinality(:firstNames)], (:surnames)[1 + b % cardinality(:surnames)],
        1 + a % 180 || ' ' || (:streets)[1 + b % cardinality(:streets)],
        (:towns)[1 + a % cardinality(:towns)], 'ZX' || 1 + b % 9 || ' ' || 1 + a % 9 || 'AB',
        'person' || n || '@example.org', '01632 960' || lpad((b % 1000)::text, 3, '0'), a % 2 = 0,
        received_at, received_at
      from drawn
    ), opened as (
      insert into cases (organisation_id, case_id, external_id, case_type_id, case_type_version,
        label, status, rating, is_confidential, is_published, team_id, assigned_user_id,
        received_at, received_on, received_method, created_at, created_by, first_touched_at,
        last_touched_at, updated_at, target_days, target_on, current_stage, closed_on,
        is_closed_in_target, outcome, outcome_on, attributes)
      select :organisationId, n,
        case when b % 5 < 3 then 'REQ-' || case when a % 50 = 0 then n - 1 else n end end,
        "caseTypeId", "version", label, case when closed_at is null then "status" else outcome end,
        "rating", "isConfidential", closed_at is not null and "published" is not null and b % 2 = 0,
        "teamId", (:userIds -> (a % jsonb_array_length(:userIds))::int)::bigint, received_at,
        received_on, (:methods)[1 + a % cardinality(:methods)], received_at, 'Website', received_at,
        coalesce(closed_at, received_at), coalesce(closed_at, received_at), "targetDays",
        received_on + "targetDays", "stage", closed_at::date,
        closed_at::date <= received_on + "targetDays", case when closed_at is not null then outcome end,
        closed_at::date,
        case when closed_at is not null and "published" is not null and b % 2 = 0
          then form || "published" else form end
      from drawn
      returning 1
    ), parties as (
      insert into case_parties (organisation_id, case_id, role, customer_id)
      select :organisationId, n, 'Customer', customer_id from drawn
    ), events as (
      insert into case_events (organisation_id, case_id, kind, actor, occurred_at)
      select :organisationId, n, 'caseOpened', 'Website', received_at from drawn
    ), noted as (
      insert into notes (organisation_id, case_id, kind, body, author, added_at)
      select :organisationId, n, 'General', (:notes)[1 + b % cardinality(:notes)], 'Website',
        received_at
      from drawn
    ), stages as (
      insert into case_stages (organisation_id, case_id, code, stage, target_days, received_on,
        due_on, started_at, ended_at, outcome, completed_on, is_in_target)
      select :organisationId, n, "stageCode", "stage", "targetDays", received_on,
        received_on + "targetDays", received_at, closed_at,
        case when closed_at is not null then outcome end, closed_at::date,
        closed_at::date <= received_on + "targetDays"
      from drawn
    )
    select count(*) as count from opened`,
})

/** The cases of a range that are not closed. */
export const listOpenCases = list({
  takes: { first: int8, last: int8 },
  returns: { caseId: int8, caseTypeId: int8, receivedAt: instant, receivedOn: date },
  sql: `
    select c.case_id as "caseId", c.case_type_id as "caseTypeId", c.received_at as "receivedAt",
      c.received_on as "receivedOn"
    from cases c
    where c.organisation_id = :organisationId and c.case_id between :first and :last
      and c.closed_on is null`,
})

export const insertDeadlines = change({
  takes: { deadlines: json<readonly DeadlineRow[]>(), now: instant },
  returns: {},
  sql: `
    insert into case_deadlines (organisation_id, case_id, ${deadlineColumns})
    select :organisationId, r."caseId", ${deadlineValues}
    from jsonb_to_recordset(:deadlines) as ${deadlineRecord}`,
})

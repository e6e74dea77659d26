import { mainPartySelected } from '#domain/customers/index.ts'
import { telling } from '#domain/events/index.ts'
import {
  bool,
  date,
  instant,
  int4,
  int8,
  json,
  nullable,
  text,
  textArray,
} from '#platform/columns.ts'
import { change, get, list } from '#platform/statement.ts'

/** The note, what it tells the history, and (where its kind fits no list) the flag for a case worker. */
export const insertNote = change({
  takes: {
    caseId: int8,
    kind: text,
    body: text,
    isVisibleToCustomer: bool,
    author: text,
    unfitKind: nullable(text),
    now: instant,
  },
  returns: { noteId: int8 },
  sql: `
    with changed as (
      insert into notes
        (organisation_id, case_id, kind, body, is_visible_to_customer, author, added_at)
      values (:organisationId, :caseId, :kind, :body, :isVisibleToCustomer, :author, :now)
      returning note_id
    ), flag as (
      insert into case_flags (organisation_id, case_id, parameter, text, raised_at)
      select :organisationId, :caseId, 'Type', :unfitKind, :now
      where :unfitKind is not null
    ), ${telling('noteAdded', "jsonb_build_object('noteId', note_id)")}
    select note_id as "noteId" from changed`,
})

/** Tells people that a note of a case mentions them. */
export const insertMentions = change({
  takes: { caseId: int8, userIds: json<readonly number[]>(), author: text, now: instant },
  returns: {},
  sql: `
    insert into notices (organisation_id, user_id, case_id, kind, particulars, created_at)
    select :organisationId, u.value::bigint, :caseId, 'mention',
      jsonb_build_object('mentionedBy', :author), :now
    from jsonb_array_elements_text(:userIds) u`,
})

/** The newest notes of a case, newest first. */
export const listNotes = list({
  takes: { caseId: int8 },
  returns: {
    noteId: int8,
    kind: text,
    body: text,
    isVisibleToCustomer: bool,
    author: text,
    addedAt: instant,
  },
  sql: `
    select n.note_id as "noteId", n.kind, n.body,
      n.is_visible_to_customer as "isVisibleToCustomer", n.author, n.added_at as "addedAt"
    from notes n
    where n.organisation_id = :organisationId and n.case_id = :caseId
    order by n.note_id desc
    limit 200`,
})

/** What a page says of a case at its head; the main party is the customer, else whoever comes first. */
export const getCaseHeading = get({
  takes: { caseId: int8 },
  returns: {
    caseId: int8,
    caseTypeId: int8,
    version: int4,
    status: text,
    isConfidential: bool,
    mainParty: nullable(text),
    externalReference: nullable(text),
    accountId: nullable(int8),
    accountType: nullable(text),
    accountReference: nullable(text),
    receivedOn: date,
    targetOn: nullable(date),
    team: nullable(text),
    owner: nullable(text),
    assignedByRule: nullable(text),
    rating: nullable(text),
    closedOn: nullable(date),
    attributes: json<Readonly<Record<string, unknown>>>(),
    tags: textArray,
  },
  sql: `
    select c.case_id as "caseId", c.case_type_id as "caseTypeId", c.case_type_version as version,
      c.status, c.is_confidential as "isConfidential", ${mainPartySelected} as "mainParty", c.external_id as "externalReference",
      c.account_id as "accountId", a.account_type as "accountType",
      a.reference as "accountReference", c.received_on as "receivedOn", c.target_on as "targetOn",
      t.name as team, u.full_name as owner, c.assigned_by_rule as "assignedByRule",
      c.rating, c.closed_on as "closedOn", c.attributes, array(
        select k.group_name || ': ' || k.value
        from case_classifications k
        where k.organisation_id = c.organisation_id and k.case_id = c.case_id
        order by k.group_name, k.value
      ) as tags
    from cases c
    left join accounts a
      on a.organisation_id = c.organisation_id and a.account_id = c.account_id
    left join teams t on t.organisation_id = c.organisation_id and t.team_id = c.team_id
    left join users u on u.organisation_id = c.organisation_id and u.user_id = c.assigned_user_id
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/** Who takes part in a case and how to reach them, main party first. */
export const listParties = list({
  takes: { caseId: int8 },
  returns: {
    customerId: int8,
    role: text,
    position: int4,
    name: nullable(text),
    organisationName: nullable(text),
    address: nullable(text),
    town: nullable(text),
    county: nullable(text),
    postcode: nullable(text),
    country: nullable(text),
    email: nullable(text),
    phone: nullable(text),
    mobile: nullable(text),
    alerts: json<readonly { readonly alert: string; readonly reason: string }[]>(),
  },
  sql: `
    select cp.customer_id as "customerId", cp.role, cp.position,
      coalesce(p.name, nullif(concat_ws(' ', p.title, p.first_name, p.surname), '')) as name,
      p.organisation_name as "organisationName", p.address, p.town, p.county, p.postcode,
      p.country, p.email, p.phone, p.mobile, (
        select coalesce(jsonb_agg(jsonb_build_object('alert', a.alert, 'reason', a.reason)
          order by a.alert_id desc), '[]')
        from customer_alerts a
        where a.organisation_id = cp.organisation_id and a.customer_id = cp.customer_id
          and a.ended_at is null
      ) as alerts
    from case_parties cp
    join customers p
      on p.organisation_id = cp.organisation_id and p.customer_id = cp.customer_id
    where cp.organisation_id = :organisationId and cp.case_id = :caseId
    order by array_position(array['Customer', 'Agent'], cp.role), cp.role, cp.position`,
})

const keptIn = (tables: readonly string[]): string =>
  tables
    .map(
      (name) => `exists (
        select from ${name} k where k.organisation_id = :organisationId and k.case_id = :caseId
      )`,
    )
    .join(' or ')

/** Has a case points, remedies, lessons or exclusions, and has it what is kept of a request for information? */
export const getKept = get({
  takes: { caseId: int8 },
  returns: { hasPoints: bool, isForInformation: bool },
  sql: `
    select ${keptIn(['complaint_points', 'remedies', 'lessons', 'exclusions'])} as "hasPoints",
      ${keptIn([
        'cost_activities',
        'linked_requests',
        'request_parts',
        'searches',
        'third_parties',
      ])} as "isForInformation"`,
})

/** Who else has had a case open since a moment, the last to look at it first. */
export const listOthersHere = list({
  takes: { caseId: int8, userId: int8, since: instant },
  returns: { name: text },
  sql: `
    select u.full_name as name
    from case_uses c
    join users u on u.organisation_id = c.organisation_id and u.user_id = c.user_id
    where c.organisation_id = :organisationId and c.case_id = :caseId and c.used_at > :since
      and c.user_id <> :userId
    order by c.used_at desc, u.full_name
    limit 10`,
})

/** What whoever deals with the people of a case must know of them beforehand. */
export const listAlertsOnCase = list({
  takes: { caseId: int8 },
  returns: { name: nullable(text), alert: text },
  sql: `
    select coalesce(p.name, nullif(concat_ws(' ', p.title, p.first_name, p.surname), ''),
        p.organisation_name) as name, a.alert
    from case_parties cp
    join customer_alerts a
      on a.organisation_id = cp.organisation_id and a.customer_id = cp.customer_id
    join customers p on p.organisation_id = cp.organisation_id and p.customer_id = cp.customer_id
    where cp.organisation_id = :organisationId and cp.case_id = :caseId and a.ended_at is null
    order by a.alert_id`,
})

import { touching } from '#domain/events/index.ts'
import { bool, date, instant, int4, int8, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** Keeps others away from an external reference of a case type until the transaction ends. */
export const lockExternalId = find({
  takes: { caseTypeId: int8, externalId: text },
  returns: {},
  sql: `
    select from pg_advisory_xact_lock(hashtextextended(
      'external id ' || :organisationId || ' ' || :caseTypeId || ' ' || :externalId, 0))`,
})

export const findCaseByExternalId = find({
  takes: { caseTypeId: int8, externalId: text },
  returns: { caseId: int8, team: nullable(text) },
  sql: `
    select c.case_id as "caseId", t.code as team
    from cases c
    left join teams t on t.organisation_id = c.organisation_id and t.team_id = c.team_id
    where c.organisation_id = :organisationId and c.external_id = :externalId
      and c.case_type_id = :caseTypeId
    order by c.case_id desc
    limit 1`,
})

/** The case type under which a case was opened, and the team that has it. */
export const findCaseTypeOfCase = find({
  takes: { caseId: int8 },
  returns: { caseTypeId: int8, version: int4, team: nullable(text) },
  sql: `
    select c.case_type_id as "caseTypeId", c.case_type_version as version, t.code as team
    from cases c
    left join teams t on t.organisation_id = c.organisation_id and t.team_id = c.team_id
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

export const updateExternalIdOfCase = change({
  takes: { caseId: int8, externalId: text, author: text, now: instant },
  returns: {},
  sql: `
    with event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, :caseId, 'externalReferenceSet',
        jsonb_build_object('from', c.external_id, 'externalId', :externalId), :author, :now
      from cases c
      where c.organisation_id = :organisationId and c.case_id = :caseId
    )
    update cases
    set external_id = :externalId, ${touching}
    where organisation_id = :organisationId and case_id = :caseId`,
})

export const findUserId = find({
  takes: { userName: text },
  returns: { userId: int8 },
  sql: `
    select u.user_id as "userId"
    from users u
    where u.organisation_id = :organisationId and lower(u.user_name) = lower(:userName)`,
})

/** The cases that a user used before a moment, newest use first, each with its main party. */
export const listCasesUsed = list({
  takes: { userId: int8, before: nullable(instant) },
  returns: {
    caseId: int8,
    caseTypeId: int8,
    version: int4,
    status: text,
    stage: nullable(int4),
    isClosed: bool,
    receivedOn: date,
    title: nullable(text),
    firstName: nullable(text),
    surname: nullable(text),
    name: nullable(text),
    organisationName: nullable(text),
  },
  sql: `
    select c.case_id as "caseId", c.case_type_id as "caseTypeId", c.case_type_version as version,
      c.status, c.current_stage as stage, c.closed_on is not null as "isClosed",
      c.received_on as "receivedOn", p.title, p.first_name as "firstName", p.surname, p.name,
      p.organisation_name as "organisationName"
    from case_uses u
    join cases c on c.organisation_id = u.organisation_id and c.case_id = u.case_id
    left join case_parties r on r.organisation_id = c.organisation_id
      and r.case_id = c.case_id and r.role = 'Customer' and r.position = 0
    left join customers p on p.organisation_id = r.organisation_id
      and p.customer_id = r.customer_id
    where u.organisation_id = :organisationId and u.user_id = :userId
      and (:before is null or u.used_at < :before)
    order by u.used_at desc, c.case_id desc
    limit 100`,
})

/** Remembers that a user used a case, and when last. */
export const recordUse = change({
  takes: { userId: int8, caseId: int8, usedAt: instant },
  returns: {},
  sql: `
    insert into case_uses as held (organisation_id, user_id, case_id, used_at)
    select u.organisation_id, u.user_id, :caseId, :usedAt
    from users u
    where u.organisation_id = :organisationId and u.user_id = :userId
    on conflict (organisation_id, user_id, case_id)
      do update set used_at = greatest(held.used_at, excluded.used_at)`,
})

import { configuredCaseTypes } from '#domain/case-types/index.ts'
import { openingStages } from '#domain/procedures/index.ts'
import { date, instant, int4, int8, nullable, text } from '#platform/columns.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { change, find, type Writing } from '#platform/statement.ts'
import { enterStages, type Doing } from './carry-out.ts'
import { teamIdOf } from './stage-work.ts'
import type { CaseStanding } from './standing.ts'

const insertLinkedCase = change({
  takes: {
    caseId: int8,
    caseTypeId: int8,
    version: int4,
    status: text,
    teamId: nullable(int8),
    author: text,
    reason: text,
    now: instant,
    today: date,
  },
  returns: { caseId: int8 },
  sql: `
    with opened as (
      insert into cases (organisation_id, case_id, parent_case_id, case_type_id, case_type_version,
        label, status, rating, is_confidential, team_id, account_id, received_at, received_on,
        received_method, created_at, created_by, updated_at, latitude, longitude,
        place_postcode, attributes)
      select c.organisation_id, next_case_id(), c.case_id, :caseTypeId, :version, c.label, :status,
        c.rating, c.is_confidential, coalesce(:teamId, c.team_id), c.account_id, :now, :today,
        c.received_method, :now, :author, casewright_now(), c.latitude, c.longitude,
        c.place_postcode, c.attributes
      from cases c
      where c.organisation_id = :organisationId and c.case_id = :caseId
      returning case_id
    ), parties as (
      insert into case_parties (organisation_id, case_id, role, position, customer_id)
      select p.organisation_id, o.case_id, p.role, p.position, p.customer_id
      from opened o, case_parties p
      where p.organisation_id = :organisationId and p.case_id = :caseId
    ), told as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, :caseId, 'linkedCaseOpened',
        jsonb_build_object('caseId', o.case_id, 'reason', :reason), :author, :now
      from opened o
    )
    select case_id as "caseId" from opened`,
})

/** An open case that was opened as linked with one that is closed. */
export const findOpenLinkedCase = find({
  takes: { caseId: int8 },
  returns: { caseId: int8 },
  sql: `
    select c.case_id as "caseId"
    from cases c
    where c.organisation_id = :organisationId and c.parent_case_id = :caseId
      and c.closed_on is null
    order by c.case_id desc
    limit 1`,
})

/** Who opens the case, and why. */
export interface Linking {
  readonly doing: Doing
  readonly reason: string
}

/**
 * Opens a case of the same type, parties and answers under one that is closed; its procedure is the current
 * version. Gives its number.
 */
export async function openLinkedCase(
  db: Writing,
  { caseId, caseType: { caseTypeId } }: CaseStanding,
  { doing, reason }: Linking,
): Promise<number> {
  const current = (await configuredCaseTypes(db)).find((type) => type.caseTypeId === caseTypeId)
  if (!current) throw new Error('A case has a case type that does not exist')
  const entered = openingStages(current.procedure)
  const team = entered[0]?.stage.team ?? current.team
  const { author, now } = doing
  const [opened] = await insertLinkedCase(db, {
    caseId,
    caseTypeId,
    version: current.version,
    status: current.status,
    teamId: await teamIdOf(db, team),
    author,
    reason,
    now,
    today: writeLocalDate(now),
  })
  if (!opened) throw new Error('The linked case was not opened')
  const changing = { caseId: opened.caseId, caseType: current }
  const news = { kind: 'caseOpened', particulars: { linkedWith: caseId } } as const
  await enterStages(db, changing, { entered, showing: entered[0], doing, news })
  return opened.caseId
}

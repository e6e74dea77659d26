import { json, int8 } from '#platform/columns.ts'
import { get } from '#platform/statement.ts'

const codes = json<readonly string[]>()

/** Something that was recorded of a case; its track and stage are empty where it is of the case as a whole. */
export interface EventRecord {
  readonly name: string
  readonly track: string
  readonly stage: string
  readonly on: string
}

const distinct = (code: string, from: string): string => `coalesce((
        select jsonb_agg(distinct ${code})
        from ${from}
      ), '[]')`
const within = (alias: string): string =>
  `where ${alias}.organisation_id = c.organisation_id and ${alias}.case_id = c.case_id`

/**
 * What conditions ask of a case, apart from its complaint. A task that is open again counts as not done, and a
 * letter of which a draft waits as not sent.
 */
export const getFactsOfCase = get({
  takes: { caseId: int8 },
  returns: {
    events: json<readonly EventRecord[]>(),
    fields: codes,
    tasksDone: codes,
    lettersSent: codes,
    documentCategories: codes,
    classifiedIn: codes,
    stoppedFor: codes,
  },
  sql: `
    select ${distinct(
      `jsonb_build_object('name', e.name, 'track', e.track, 'stage', e.stage, 'on', e.happened_on)`,
      `clock_events e ${within('e')} and e.withdrawn_at is null`,
    )} as events,
      ${distinct('a.key', `jsonb_each_text(c.attributes) a where trim(a.value) <> ''`)} as fields,
      ${distinct(
        't.code',
        `tasks t ${within('t')} and t.completed_at is not null
          and t.outcome is distinct from 'not needed' and not exists (
            select from tasks o
            where o.organisation_id = t.organisation_id and o.case_id = t.case_id
              and lower(o.code) = lower(t.code) and o.completed_at is null
          )`,
      )} as "tasksDone",
      ${distinct(
        'l.code',
        `correspondence l ${within('l')} and not exists (
            select from letter_drafts o
            where o.organisation_id = l.organisation_id and o.case_id = l.case_id
              and lower(o.template) = lower(l.code) and o.sent_at is null
              and o.dropped_at is null
          )`,
      )} as "lettersSent",
      ${distinct('d.category', `documents d ${within('d')} and d.category is not null`)}
        as "documentCategories",
      ${distinct('g.group_name', `case_classifications g ${within('g')}`)} as "classifiedIn",
      ${distinct(
        `coalesce(s.calculation ->> 'because', s.code)`,
        `case_deadlines s ${within('s')} and s.state = 'stopped'`,
      )} as "stoppedFor"
    from cases c
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

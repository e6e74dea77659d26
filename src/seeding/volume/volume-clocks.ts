import { configuredCaseTypes, type CaseTypeVersion } from '#domain/case-types/index.ts'
import { openClock, type Ground } from '#domain/clock/index.ts'
import { calendars } from '#domain/holidays/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import { organisationTimes } from '#domain/reminders/index.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import { insertDeadlines, listOpenCases } from './volume-queries.ts'

/** What the dates of cases of each type are counted by, by the number of the type. */
export type Grounds = ReadonlyMap<number, Ground>

/** What an organisation counts the dates of its cases by. */
export async function groundsOf(db: Reading): Promise<Grounds> {
  const [types, { nation }, own, times] = await Promise.all([
    configuredCaseTypes(db),
    organisationSettings(db),
    calendars(db),
    organisationTimes(db),
  ])
  const groundOf = ({ procedure }: CaseTypeVersion) => ({ ...own, nation, times, procedure })
  return new Map(types.map((each) => [each.caseTypeId, groundOf(each)]))
}

/**
 * Gives the open cases of a range their deadlines as if each had just been received; closed ones have none left to
 * be looked at. Reminders that would have been given long ago are not: nobody is to get thousands at once.
 */
export async function startClocks(
  db: Writing,
  range: { readonly first: number; readonly last: number; readonly now: Date },
  grounds: Grounds,
): Promise<void> {
  const { now } = range
  const isAhead = (moment: string | null) => moment !== null && Date.parse(moment) > now.getTime()
  const deadlines = (await listOpenCases(db, range)).flatMap(({ caseId, ...received }) => {
    const ground = grounds.get(received.caseTypeId)
    if (!ground) return []
    const { receivedAt: at, receivedOn: on } = received
    return openClock({ at, on, now: at }, ground).deadlines.map((deadline) => ({
      ...deadline,
      caseId,
      nextReminderAt: isAhead(deadline.nextReminderAt) ? deadline.nextReminderAt : null,
    }))
  })
  await insertDeadlines(db, { deadlines, now })
}

import { calendars } from '#domain/holidays/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import type { Reading } from '#platform/statement.ts'
import { countedTogether } from './aggregation.ts'
import { costMeter, isCounted } from './cost-meter.ts'
import { getReceivedOn, listLinked, listLinkedActivities } from './cost-queries.ts'

/** The cost meter of a request, with the requests that are linked to it and those that count together with it. */
export async function costOfCase(db: Reading, { caseId }: { readonly caseId: number }) {
  const [{ receivedOn }, links, activities, own, settings] = await Promise.all([
    getReceivedOn(db, { caseId }),
    listLinked(db, { caseId }),
    listLinkedActivities(db, { caseId }),
    calendars(db),
    organisationSettings(db),
  ])
  const minutesOf = (one: number) =>
    activities
      .filter((each) => each.caseId === one && isCounted(each.kind))
      .reduce((sum, { minutes }) => sum + minutes, 0)
  const others = links
    .filter(({ how }) => how !== 'different information')
    .map((link) => ({ ...link, minutes: minutesOf(link.caseId) }))
  const together = countedTogether({ caseId, receivedOn }, others, own.calendars.uk)
  const counted = activities.filter((each) => together.includes(each.caseId))
  return {
    meter: costMeter(counted, { hours: settings.costLimitHours }),
    links: links.map((link) => ({ ...link, isCounted: together.includes(link.caseId) })),
  }
}

import { getTimeline, groups } from '#domain/timeline/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { casePage } from '#web/caseworker/cases/case-page.ts'
import { sentBy } from '#web/layout/query.ts'
import { showTimelineView } from './show-timeline.view.ts'
import { shownEntry } from './shown-entry.ts'

/** The page with what happened to a case, the newest first. */
export const showTimelinePage = casePage({
  path: '/cases/:caseId/timeline',
  part: 'timeline',
  view: showTimelineView,
  async show(ask, parts, { query }) {
    const told = await ask(getTimeline, { ...sentBy(query), ...parts })
    return {
      caseNumber: String(told.caseId),
      at: { path: `${caseAddress(told.caseId)}/timeline`, query },
      filters: [
        {
          name: 'Kind',
          heading: 'What',
          isOne: true,
          choices: groups.map((group) => ({ value: group, text: inWords(group) })),
        },
        {
          name: 'By',
          heading: 'Who',
          isOne: true,
          choices: told.actors.map((actor) => ({ value: actor, text: actor })),
        },
      ],
      entries: told.entries.map(shownEntry),
      next: told.next === undefined ? undefined : String(told.next),
    }
  },
})

const inWords = (group: string): string => group.charAt(0).toUpperCase() + group.slice(1)

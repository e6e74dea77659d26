import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { place, start, writePlace } from './place.ts'
import { listOpen } from './remedy-queries.ts'

const pageLength = 50

/** The open remedies of all cases that the person may see, what is late first; `next` where there are more. */
export const listOpenRemedies = operation({
  name: 'listopenremedies',
  summary: 'List the open remedies of all cases',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.remedy.list',
  parameters: { after: optional(place, 'Where the page before ended') },
  errors: [],
  returns: 'content',
  examples: [{}, { After: '2026-05-21.1001.1' }],

  async handle({ input, db, now }) {
    const from = input.after ?? start
    const found = await listOpen(db, { ...from, limit: pageLength + 1 })
    const today = writeLocalDate(now)
    const remedies = found
      .slice(0, pageLength)
      .map((remedy) => ({ ...remedy, isLate: remedy.dueOn < today }))
    const last = found.length > pageLength ? remedies.at(-1) : undefined
    return { remedies, next: last && writePlace(last), isFirstPage: input.after === undefined }
  },
})

import { choice, date, integer, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { localStretch } from '#platform/local-stretch.ts'
import { changeKinds } from './change-kind.ts'
import { listChangeRows } from './queries.ts'

const pageLength = 50
const anyNumber = integer({ min: 1, max: 9_007_199_254_740_991 })

/** Who changed what of the configuration and of rights, newest first. */
export const listChanges = operation({
  name: 'listchanges',
  summary: 'List changes of the configuration and of rights',
  effect: 'read',
  isWebOnly: true,
  permission: 'change.view',
  parameters: {
    kind: optional(choice(...changeKinds), 'What was changed'),
    who: optional(shortText, 'Who'),
    from: optional(date, 'From'),
    to: optional(date, 'To'),
    after: optional(anyNumber, 'Where the page before ended'),
  },
  errors: [],
  returns: 'content',
  examples: [{}, { Kind: 'option', Who: 'okafor', From: '2026-02-02', To: '2026-02-03' }],

  async handle({ input, db, actor }) {
    const found = await listChangeRows(db, {
      earlierThan: input.after ?? null,
      who: input.who?.trim() ?? null,
      kind: input.kind ?? null,
      ...localStretch(input.from, input.to),
      most: pageLength + 1,
    })
    const changes = found.slice(0, pageLength)
    const final = found.length > pageLength ? changes.at(-1) : undefined
    return {
      changes,
      next: final && String(final.changeId),
      mayRestore: actor.permissions.has('change.restore'),
    }
  },
})

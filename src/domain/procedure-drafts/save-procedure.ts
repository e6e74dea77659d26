import {
  changedDraft,
  changeDraft,
  compact,
  draftNamed,
  procedureIn,
  unknownTypeDraft,
} from '#domain/case-type-drafts/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { code, line } from '#domain/stage-drafts/index.ts'
import { choice, integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'

/** Changes what becomes of cases that no rule takes, and of papers that come for closed ones. */
export const saveDraftProcedure = operation({
  name: 'saveprocedure',
  summary: 'Change what becomes of cases that no rule takes and of late papers',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {
    typeDraft: draftNamed,
    version: versionSeen,
    queue: optional(line, 'Queue'),
    reopensWithinDays: optional(integer({ min: 1, max: 3650 }), 'Within how many days'),
    reopening: optional(code, 'Reopening'),
    later: required(choice('filed', 'linked case'), 'What a late paper does'),
  },
  errors: [unknownTypeDraft, changedMeanwhile],
  returns: changedDraft,
  examples: [{ TypeDraft: '56', Version: '1', Queue: 'HOUSING', Later: 'linked case' }],

  handle: (task) =>
    changeDraft(task, (definition) => {
      const { queue, reopensWithinDays, reopening, later } = task.input
      const procedure = procedureIn(definition)
      for (const name of ['queue', 'latePapers']) delete procedure[name]
      const latePapers = compact({ reopensWithinDays, reopening, later })
      Object.assign(procedure, compact({ queue, latePapers }))
    }),
})

import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { choice, flag, integer } from '#kernel/kinds.ts'
import {
  code,
  codedPartParameters,
  datedThing,
  line,
  partSaving,
  saveCodedPart,
} from './stage-part.ts'

const count = integer({ min: 0, max: 3650 })

/** Adds a deadline to a stage of a draft or to the case as a whole, or changes one: by a rule, or so many days. */
export const saveDraftDeadline = operation({
  name: 'savestagedeadline',
  summary: 'Add or change a deadline of a stage',
  ...partSaving,
  parameters: {
    ...codedPartParameters,
    name: required(line, 'Name'),
    rule: optional(code, 'Rule'),
    number: optional(integer({ min: 1, max: 1000 }), 'Number'),
    days: optional(count, 'Days'),
    unit: optional(choice('working', 'calendar'), 'Kind of days'),
    from: optional(line, 'Counted from'),
    metBy: optional(line, 'Met by'),
    isTarget: optional(flag, 'Target of the case'),
  },
  examples: [
    {
      TypeDraft: '37',
      Version: '1',
      DraftPart: 'stages/first/deadlines/respond',
      Name: 'Answer',
      Days: '10',
    },
    {
      TypeDraft: '38',
      Version: '1',
      InList: 'stages/second/deadlines',
      Code: 'law',
      Name: 'Answer by law',
      Rule: 'FOI_RESPONSE',
      From: 'received',
    },
  ],

  handle: (task) => {
    const { name, rule, number, days, unit = 'working' } = task.input
    const { from, metBy, isTarget = false } = task.input
    return saveCodedPart(task, 'deadlines', {
      name,
      basis: {
        ...(rule === undefined ? {} : { rule }),
        ...(number === undefined ? {} : { number }),
        ...(days === undefined ? {} : { target: { days, unit } }),
      },
      rule: undefined,
      number: undefined,
      target: undefined,
      from: datedThing(from),
      metBy: datedThing(metBy),
      isTarget,
    })
  },
})

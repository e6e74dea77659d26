import { reply } from '#kernel/answer.ts'
import { flag, shortText, text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import {
  optional,
  parameterRows,
  readParameters,
  rawParameters,
  required,
} from '#kernel/parameters.ts'
import { invalidInput, notPermitted, Refusal } from '#kernel/refusal.ts'
import { queueParameters } from './asked.ts'
import { upsertSavedFilter, type Asked } from './saved-filter-queries.ts'

/** Keeps what a queue is narrowed down by under a name, for oneself or for everybody. */
export const saveFilter = operation({
  name: 'savefilter',
  summary: 'Save what a queue is narrowed down by',
  effect: 'write',
  permission: 'case.queue.view',
  isWebOnly: true,
  parameters: {
    name: required(text({ max: 100 }), 'Name of the filter'),
    asked: required(shortText, 'What the queue is narrowed down by'),
    isShared: optional(flag, 'For everybody', 'Shared'),
  },
  errors: [],
  returns: reply<{ savedFilterId: number }>('savefilterresponse', {
    savedFilterId: 'savedfilterid',
  }),
  examples: [{ Name: 'Nobody has these', Asked: 'Holder=nobody&Sort=received' }],

  async handle({ input, db, actor, now, record }) {
    const isShared = input.isShared ?? false
    if (isShared && !actor.permissions.has('case.queue.share')) throw unshared()
    const asked = readAsked(input.asked)
    const userId = actor.kind === 'user' ? actor.id : 0
    const filter = { userId, name: input.name.trim(), isShared, asked, now }
    const [saved] = await upsertSavedFilter(db, filter)
    if (!saved) throw new Refusal(notPermitted)
    record(undefined, saved)
    return saved
  },
})

const unshared = (): Refusal =>
  new Refusal(invalidInput, [
    {
      parameter: 'Shared',
      kind: 'invalid',
      message: 'Your role does not let you show filters to everybody. Save it for yourself only',
    },
  ])

const names = new Set([...parameterRows(queueParameters).map(({ name }) => name), 'Column'])

/** What a query says of a queue, without all else in it; what a queue cannot be asked for is a flaw. */
function readAsked(query: string): Asked {
  const sent = new URLSearchParams(query)
  const asked = Object.fromEntries(
    [...names]
      .map((name) => [name, sent.getAll(name).filter((value) => value !== '')] as const)
      .filter(([, values]) => values.length > 0),
  )
  const texts = Object.entries(asked).map(([name, values]) => ({ name, value: values.join('\n') }))
  const { flaws } = readParameters(queueParameters, rawParameters(texts))
  if (flaws.length === 0) return asked
  const message = 'The queue cannot be narrowed down so. Go back to it and choose again'
  throw new Refusal(invalidInput, [{ parameter: 'Asked', kind: 'invalid', message }])
}

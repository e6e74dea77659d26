import { recordChange } from '#domain/change-log/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { raiseCaseNumbers } from './queries.ts'

/** Twelve digits: what people can still read out, and every program can hold. */
const highest = 999_999_999_999

/**
 * Has the numbers of cases go on from another, such as one that begins with the year. They consist of digits alone
 * (contract 4.1), and only ever go up: no number is given twice.
 */
export const setCaseNumbers = operation({
  name: 'setcasenumbers',
  summary: 'Have the numbers of cases go on from another',
  effect: 'write',
  permission: 'organisation.settings',
  isWebOnly: true,
  parameters: { first: required(integer({ min: 1, max: highest }), 'Number of the next case') },
  errors: [],
  returns: reply<{ next: number }>('setcasenumbersresponse', { next: 'next' }),
  examples: [{ First: '800000000' }],

  async handle({ input: { first }, db, actor, now, record }) {
    const [{ next } = { next: first }] = await raiseCaseNumbers(db, { first })
    if (first < next) throw new Refusal(invalidInput, [tooLow(next)])
    const [before, after] = [{ number: next }, { number: first }]
    const change = { kind: 'case numbers' as const, subject: 'next case', before, after }
    recordChange(db, change, { by: actorLabel(actor), now })
    record(undefined, { before, after })
    return { next: first }
  },
})

const tooLow = (next: number) => ({
  parameter: 'First',
  kind: 'invalid' as const,
  message: `Enter ${next} or more: numbers only go up, so that none is given twice`,
})

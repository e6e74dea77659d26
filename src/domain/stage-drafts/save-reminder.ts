import { chosen } from '#kernel/kind.ts'
import { choice, flag, integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { line, partParameters, partSaving, saveUnnamedPart } from './stage-part.ts'

/** Adds a reminder to a deadline of a draft, or changes one: when it goes, to whom, and whether the work goes with it. */
export const saveDraftReminder = operation({
  name: 'savedeadlinereminder',
  summary: 'Add or change a reminder of a deadline',
  ...partSaving,
  parameters: {
    ...partParameters,
    amount: required(integer({ min: 0, max: 3650 }), 'How much'),
    measure: required(choice('per cent', 'days before'), 'Of what'),
    recipient: required(chosen(line), 'Who is told'),
    isReassigning: optional(flag, 'The work goes to them as well'),
  },
  examples: [
    {
      TypeDraft: '41',
      Version: '1',
      InList: 'stages/first/deadlines/respond/reminders',
      Amount: '50',
      Measure: 'per cent',
      Recipient: 'owner',
    },
    {
      TypeDraft: '42',
      Version: '1',
      DraftPart: 'stages/first/deadlines/respond/reminders/1',
      Amount: '2',
      Measure: 'days before',
      Recipient: 'team HOUSING',
    },
  ],

  handle: (task) => {
    const { amount, measure, recipient, isReassigning = false } = task.input
    const team = /^team (.+)$/.exec(recipient)?.[1]
    return saveUnnamedPart(task, ['reminders'], {
      at: measure === 'per cent' ? { share: amount } : { daysBefore: amount },
      to: team === undefined ? recipient : { team },
      isReassigning,
    })
  },
})

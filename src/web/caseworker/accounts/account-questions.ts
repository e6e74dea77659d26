import type { Question } from '#web/caseworker/people/record-form.view.ts'
import { choiceQuestion } from '#web/caseworker/people/record-questions.ts'
import type { Told } from './shown-account.ts'

type Stored = Pick<Told, 'accountTypes'> & Partial<Told>

/** The questions about an account, with what is stored; of a new one with nothing. */
export const accountQuestions = (told: Stored): readonly Question[] => [
  choiceQuestion({
    name: 'AccountType',
    label: 'Type of account',
    none: 'Select a type',
    values: [told.accountTypes, told.accountType],
  }),
  line('Reference', 'Reference', told.reference),
  line('Description', 'Description (optional)', told.description),
  line('Status', 'Status (optional)', told.status),
  {
    as: 'money',
    name: 'Balance',
    label: 'Balance (optional)',
    hint: 'With a minus sign where the account is in credit',
    value: told.balance ?? undefined,
  },
  day('BalanceOn', 'Day of the balance (optional)', told.balanceOn),
  day('StartOn', 'Open from (optional)', told.startOn),
  day('EndOn', 'Open until (optional)', told.endOn),
  day('ClosedOn', 'Closed on (optional)', told.closedOn),
  day('RemovedOn', 'Removed on (optional)', told.removedOn),
]

type Value = string | null | undefined

const line = (name: string, label: string, value: Value): Question => ({
  as: 'line',
  name,
  label,
  value: value ?? undefined,
})

const day = (name: string, label: string, value: Value): Question => ({
  as: 'date',
  name,
  label,
  value: value ?? undefined,
})

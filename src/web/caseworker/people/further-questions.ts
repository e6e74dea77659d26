import { contactKinds } from '#domain/customer-records/index.ts'
import type { Question } from './record-form.view.ts'
import type { Told } from './shown-person.ts'

type Contact = Partial<Told['contacts'][number]>

/** The questions about a contact detail or representative, with what is stored; of a new one with nothing. */
export const contactQuestions = (stored: Contact = {}): readonly Question[] => [
  {
    as: 'select',
    name: 'Kind',
    label: 'Kind of contact detail',
    none: 'Select a kind',
    choices: contactKinds.map((kind) => ({
      value: kind,
      text: kind.charAt(0).toUpperCase() + kind.slice(1),
    })),
    value: stored.kind,
  },
  {
    as: 'area',
    name: 'Details',
    label: 'Details',
    hint: 'Of a representative: who it is, how to reach them, and what they may settle',
    value: stored.details,
  },
  { as: 'date', name: 'From', label: 'From (optional)', value: stored.fromOn ?? undefined },
  { as: 'date', name: 'Until', label: 'Until (optional)', value: stored.untilOn ?? undefined },
]

type Alert = Partial<Told['alerts'][number]>

/** The questions about an alert, with what is stored; of a new one with nothing. */
export const alertQuestions = (stored: Alert = {}): readonly Question[] => [
  {
    as: 'line',
    name: 'Alert',
    label: 'Alert',
    hint: 'What whoever deals with this person must know, such as “Visit in pairs”',
    value: stored.alert,
  },
  {
    as: 'area',
    name: 'Reason',
    label: 'Reason',
    hint: 'Facts only: the person has a right to read it',
    value: stored.reason,
  },
  {
    as: 'date',
    name: 'ReviewOn',
    label: 'To be looked at again on',
    value: stored.reviewOn,
  },
]

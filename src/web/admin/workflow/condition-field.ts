import type { Condition } from '#domain/procedures/index.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import type { Choice, ChoiceGroup } from '#web/forms/fields.ts'
import { eventsOf } from './field-parts.ts'
import type { Fields } from './field-parts.ts'
import { classificationsOf } from './rule-fields.ts'

/** The field of a condition: all that can be asked for, by kind. */
export const conditionFields = (draft: ShownDraft, condition: Condition | undefined): Fields => [
  {
    name: 'Condition',
    label: 'What must be so',
    none: 'Select what must be so',
    choices: plain,
    groups: groupsOf(draft),
    value: condition && written(condition),
  },
]

/** A condition as a form names it. */
const written = ({ kind, ...asked }: Condition): string =>
  [kind, ...Object.values(asked)].join(': ')

const plain: readonly Choice[] = [
  { value: 'points answered', text: 'Every point of complaint is answered' },
  { value: 'remedies done', text: 'Every remedy is done' },
  { value: 'clock running', text: 'The clock is running' },
  { value: 'clearance given', text: 'The answer is cleared' },
  { value: 'clearance settled', text: 'What was put to be cleared is cleared' },
  { value: 'answer complete', text: 'The answer to the request is complete' },
  { value: 'nothing withheld', text: 'No part of the request is withheld' },
]

function groupsOf(draft: ShownDraft): readonly ChoiceGroup[] {
  const { fields, procedure } = draft.caseType
  const stages = procedure.tracks.flatMap((track) => track.stages)
  const tasks = stages.flatMap((stage) => stage.tasks)
  const named = (kind: string, label: string, all: readonly Choice[]): ChoiceGroup => ({
    label,
    items: [...new Map(all.map((each) => [each.value, each])).values()].map(({ value, text }) => ({
      value: `${kind}: ${value}`,
      text,
    })),
  })
  const events = eventsOf(draft).map(({ value, text }) => ({ value: value.slice(6), text }))
  return [
    named(
      'field filled',
      'A field is filled',
      fields.map(asChoice(({ id, label }) => [id, label])),
    ),
    named('task done', 'A task is done', tasks.map(asChoice(({ code, title }) => [code, title]))),
    named(
      'letter sent',
      'A letter is sent',
      draft.letters.map(asChoice(({ code, name }) => [code, name])),
    ),
    named('event recorded', 'An event is recorded', events),
    named('document held', 'A document is held', categoriesOf(draft)),
    named('classified', 'The case is classified', classificationsOf(draft)),
    named(
      'worker differs',
      'Somebody works it who did not work',
      stages.map(asChoice(({ code, name }) => [code, name])),
    ),
  ].filter(({ items }) => items.length > 0)
}

const asChoice =
  <T>(of: (each: T) => readonly [string, string]) =>
  (each: T): Choice => {
    const [value, text] = of(each)
    return { value, text }
  }

const categoriesOf = ({ options }: ShownDraft): readonly Choice[] =>
  options
    .filter(({ list }) => list === 'document category')
    .map(({ value, label }) => ({ value, text: label ?? value }))

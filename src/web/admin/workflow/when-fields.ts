import type { AskedForm, ShownWhen } from '#domain/case-types/index.ts'
import type { PartField } from './part-input.ts'

type Waiting = { readonly id: string; readonly when?: ShownWhen }

/** The fields that say by what answer a field, or a section, is shown. */
export const whenFields = (
  { fields }: Pick<AskedForm, 'fields'>,
  waiting: Waiting | undefined,
): readonly PartField[] => [
  {
    name: 'WhenField',
    label: 'Shown by the answer to (optional)',
    none: 'Always shown',
    value: waiting?.when?.field,
    choices: fields
      .filter(({ id }) => id !== waiting?.id)
      .map(({ id, label }) => ({ value: id, text: label })),
  },
  {
    name: 'WhenValues',
    label: 'The answers that show it (optional)',
    hint: 'One on a line; of a yes-or-no question Yes or No. Without any it is shown by every answer.',
    isLong: true,
    value: waiting?.when?.values?.join('\n'),
  },
]

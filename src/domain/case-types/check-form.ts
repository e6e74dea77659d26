import { conditionsOf, type AskedForm, type ShownWhen } from './shown-fields.ts'
import type { Field } from './case-type.ts'

/** What is wrong with the sections of a form and with when its fields are shown; empty where nothing is. */
export function checkForm(form: AskedForm): readonly string[] {
  const { fields, sections = [] } = form
  const known = new Set(sections.map(({ id }) => id))
  return [
    ...sections
      .filter(({ id }, at) => sections.findIndex((each) => each.id === id) < at)
      .map(({ id }) => `There are two sections ${id}: give each its own id`),
    ...sections.flatMap(({ id, when }) => checkWhen(`Section ${id}`, when, fields)),
    ...fields
      .filter(({ section }) => section !== undefined && !known.has(section))
      .map(
        ({ id, section }) => `${id} stands in the section ${section}, which is not there: add it`,
      ),
    ...fields.flatMap(({ id, when }) => checkWhen(id, when, fields)),
    ...fields
      .filter(({ id }) => waitsForItself(id, form))
      .map(({ id }) => `${id} is shown by an answer that is itself shown by ${id}`),
  ]
}

function checkWhen(
  where: string,
  when: ShownWhen | undefined,
  fields: readonly Field[],
): readonly string[] {
  if (!when) return []
  const field = fields.find(({ id }) => id === when.field)
  if (!field)
    return [
      `${where} is shown by the answer to ${when.field}, which is no field: add it, or choose another`,
    ]
  const possible = field.kind === 'flag' ? ['Yes', 'No'] : field.values
  const strange = (when.values ?? []).filter(
    (value) => possible?.every((each) => each.toLowerCase() !== value.toLowerCase()) ?? false,
  )
  return strange.map(
    (value) => `${where} is shown where ${field.id} is ${value}, which it cannot be`,
  )
}

/** Does a field wait, by way of others, for its own answer? */
function waitsForItself(id: string, form: AskedForm): boolean {
  const seen = new Set<string>()
  const waiting = [id]
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    const field = form.fields.find((other) => other.id === each)
    for (const when of field ? conditionsOf(field, form) : []) {
      if (when.field === id) return true
      if (!seen.has(when.field)) waiting.push(when.field)
      seen.add(when.field)
    }
  }
  return false
}

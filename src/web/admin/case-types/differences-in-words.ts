import { isObject } from '#domain/procedure-reading/index.ts'
import type { Difference } from '#domain/packs/index.ts'

/** A difference as a person reads it: where, what it was, what it is now. */
export type ToldDifference = {
  readonly where: string
  readonly before: string
  readonly after: string
}

const parts: Readonly<Record<string, string>> = {
  fields: 'Field',
  sections: 'Section',
  stages: 'Stage',
  outcomes: 'outcome',
  tasks: 'task',
  letters: 'letter',
  deadlines: 'deadline',
  tracks: '',
  actions: 'Form',
  endings: 'Ending',
  reopenings: 'Reopening',
  assignment: 'Assignment rule',
  clearances: 'Clearance chain',
  steps: 'step',
  events: 'Event',
}

const members: Readonly<Record<string, string>> = {
  label: 'name that is read',
  hint: 'hint',
  kind: 'kind of answer',
  values: 'choices',
  list: 'list',
  isRequired: 'must be given',
  isPublished: 'shown to the customer',
  isSensitive: 'sensitive',
  section: 'section',
  when: 'shown by',
  title: 'title',
  customerStatus: 'status as the customer reads it',
  status: 'status',
  team: 'team',
  entry: 'conditions to begin',
  exit: 'conditions to end',
  basis: 'time',
  requires: 'fields that must be filled',
  leadsTo: 'leads to',
  begins: 'begins',
  due: 'due',
  from: 'counted from',
  metBy: 'met by',
  isTarget: 'target of the case',
  reminders: 'reminders',
  synonyms: 'other names',
  formIds: 'form ids',
  queue: 'queue',
  latePapers: 'late papers',
  ratings: 'ratings',
  rating: 'rating of a new case',
  isConfidential: 'confidential',
  isExternalIdUnique: 'a repeated reference opens no second case',
}

/** Differences between two case types in words, by field and stage. */
export const toldDifferences = (differences: readonly Difference[]): readonly ToldDifference[] =>
  differences
    // the status of the case type is that of its first stage
    .filter(({ path }) => path !== 'status')
    .map((each) => ({
      where: placeInWords(each.path),
      before: 'before' in each ? valueInWords(each.before) : 'not there',
      after: 'after' in each ? valueInWords(each.after) : 'removed',
    }))

function placeInWords(path: string): string {
  const steps = Array.from(path.matchAll(/(\w+)(?:\[([^\]]*)\])?/g))
  const words = steps.flatMap(([, name = '', item]) => stepInWords(name, item))
  const [first = 'order', ...rest] = words
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')
}

function stepInWords(name: string, item: string | undefined): readonly string[] {
  if (name === 'procedure' || name === 'tracks') return []
  const part = parts[name]
  if (item !== undefined) return [`${part ?? name} ${item}`]
  return [members[name] ?? part ?? name]
}

function valueInWords(value: unknown): string {
  if (Array.isArray(value) && value.length > 0) return value.map(valueInWords).join('; ')
  if (isObject(value)) return objectInWords(value)
  const plain = JSON.stringify(value)
  return plainWords[plain] ?? (typeof value === 'string' ? value : plain)
}

const plainWords: Readonly<Record<string, string>> = {
  true: 'yes',
  false: 'no',
  '""': 'nothing',
  null: 'nothing',
  '[]': 'nothing',
}

function objectInWords(value: Readonly<Record<string, unknown>>): string {
  const name = value['name'] ?? value['label'] ?? value['title']
  if (typeof name === 'string') return name
  return Object.entries(value)
    .map(([member, of]) => (member === 'kind' ? valueInWords(of) : `${member} ${valueInWords(of)}`))
    .join(' ')
}

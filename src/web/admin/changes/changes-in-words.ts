import type { getChange } from '#domain/change-log/index.ts'
import { switchWords } from '#web/admin/settings/switch-words.ts'
import { whoInWords } from '#web/admin/who-in-words.ts'

/** A change as it is shown. */
export type ShownChange = {
  readonly changeId: number
  readonly changedAt: Date
  readonly who: string
  readonly what: string
  /** What is different, each in a sentence. */
  readonly differences: readonly string[]
  /** Of which change it put back what there was, and by which it was put back itself. */
  readonly restores: number | undefined
  readonly restoredBy: number | undefined
}

type Change = Awaited<ReturnType<(typeof getChange)['handle']>>

/** A change in words: what was changed, and what is different since. */
export const shownChange = (change: Change): ShownChange => ({
  changeId: change.changeId,
  changedAt: change.changedAt,
  who: whoInWords(change.changedBy),
  what: `${kinds[change.kind]} ${subjectOf(change)}`,
  differences: differencesOf(change),
  restores: change.restores ?? undefined,
  restoredBy: change.restoredBy ?? undefined,
})

/** Settings are called what their page calls them; other subjects have a name of their own. */
const subjectOf = ({ kind, subject }: Change): string =>
  kind === 'setting' ? `“${settings.get(subject) ?? inWords(subject)}”` : subject

const settings: ReadonlyMap<string, string> = new Map([
  ['title', 'Name'],
  ['costLimitHours', 'Cost limit of a request for information'],
  ['secondFactor', 'Second factor of signing in'],
  ['headerColour', 'Colour of the header'],
  ['buttonColour', 'Colour of buttons'],
  ['single sign-on', 'Single sign-on'],
  ...switchWords.map(({ setting, text }) => [setting, text] as const),
])

const kinds: Readonly<Record<Change['kind'], string>> = {
  setting: 'Setting',
  'case numbers': 'Numbers of cases:',
  option: 'Value of a list:',
  list: 'List',
  hours: 'Hours:',
  'document source': 'Source of documents',
  'case type': 'Case type',
  'service pack': 'Service pack',
  'letter template': 'Letter',
  team: 'Team',
  person: 'Person',
  role: 'Role',
  'api key': 'API key',
  calendar: 'Calendar:',
}

/** What kinds of change there are, as the log can be narrowed down by them. */
export const kindChoices = [
  { value: 'setting', text: 'Settings' },
  { value: 'case numbers', text: 'Numbers of cases' },
  { value: 'option', text: 'Values of lists' },
  { value: 'list', text: 'How lists are held to, and their order' },
  { value: 'hours', text: 'Hours' },
  { value: 'document source', text: 'Sources of documents' },
  { value: 'case type', text: 'Case types' },
  { value: 'service pack', text: 'Service packs' },
  { value: 'letter template', text: 'Letters' },
  { value: 'team', text: 'Teams and who belongs to them' },
  { value: 'person', text: 'People' },
  { value: 'role', text: 'Roles' },
  { value: 'api key', text: 'API keys' },
  { value: 'calendar', text: 'Calendars' },
] as const

type Kept = NonNullable<Change['before']>
type Value = Kept[string]

function differencesOf({ before, after }: Change): readonly string[] {
  if (before === null) return ['Added.', ...sidesOf(after ?? {})]
  if (after === null) return ['Removed.', ...sidesOf(before)]
  return Object.keys({ ...before, ...after }).flatMap((name) =>
    differenceOf(name, before[name] ?? null, after[name] ?? null),
  )
}

const sidesOf = (kept: Kept): readonly string[] =>
  Object.entries(kept)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${inWords(name)}: ${valueInWords(value)}.`)

function differenceOf(name: string, was: Value, is: Value): readonly string[] {
  if (typeof was === 'object' || typeof is === 'object')
    return movedIn(name, listOf(was), listOf(is))
  return was === is ? [] : [`${inWords(name)} was ${valueInWords(was)}, is ${valueInWords(is)}.`]
}

function movedIn(name: string, was: readonly string[], is: readonly string[]): readonly string[] {
  const added = is.filter((each) => !was.includes(each))
  const removed = was.filter((each) => !is.includes(each))
  return [
    ...(added.length > 0 ? [`${inWords(name)} added: ${added.join(', ')}.`] : []),
    ...(removed.length > 0 ? [`${inWords(name)} removed: ${removed.join(', ')}.`] : []),
  ]
}

const listOf = (value: Value): readonly string[] =>
  value === null ? [] : typeof value === 'object' ? value : [String(value)]

function valueInWords(value: Value): string {
  if (value === null) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? value.join(', ') || 'none' : String(value)
}

/** A name such as `openCasesUnder`, as people write it. */
const inWords = (name: string): string =>
  capital(name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

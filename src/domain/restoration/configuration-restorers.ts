import { isDeepStrictEqual } from 'node:util'
import { exportCaseTypes, publishCaseType } from '#domain/case-types/index.ts'
import type { Change, Kept } from '#domain/change-log/index.ts'
import {
  deleteOption,
  listOptions,
  optionInLog,
  putOption,
  updateOption,
  updateRetirement,
} from '#domain/options/index.ts'
import {
  changeSettings,
  getOwnOrganisation,
  readLook,
  settingsNow,
  type Look,
} from '#domain/organisations/index.ts'
import { lookInLog } from '#domain/settings/index.ts'
import { recountForNation } from '#domain/recomputation/index.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import { findDefinition } from './queries.ts'
import type { Restorer } from './restorer.ts'

export const settingRestorer: Restorer = {
  permission: 'organisation.settings',
  never: ({ subject }) => keptInNoLog.get(subject),
  async current(db, { subject }) {
    const { title, settings: stored } = await getOwnOrganisation(db, {})
    const settings = { title, ...(await settingsNow(db)), ...lookInLog(readLook(stored)) }
    const found = Object.entries(settings).find(([name]) => name === subject)
    return found ? { value: found[1] as string | number | boolean } : null
  },
  async put(db, { subject, before }, { author, now }) {
    const value = before?.['value']
    if (typeof value === 'object' || value === undefined)
      return 'What there was before this change is not known'
    const { nation: from } = await settingsNow(db)
    const look = readLook((await getOwnOrganisation(db, {})).settings)
    void changeSettings(
      db,
      subject === 'title'
        ? { title: String(value), settings: {} }
        : { title: null, settings: settingOf(subject, value, look) },
    )
    const { nation: to } = await settingsNow(db)
    await recountForNation(db, { from, to }, { author, now })
    return { now: before }
  },
}

const keptInNoLog = new Map([
  [
    'single sign-on',
    'The client key of a provider is kept in no log: set single sign-on up on its own page',
  ],
  ['logo', 'Pictures are kept in no log: bring the logo in on its own page'],
])

/** A setting as it is stored: what belongs to the look lies within that. */
const settingOf = (subject: string, value: string | number | boolean | null, look: Look) =>
  subject in look ? { look: { ...look, [subject]: value } } : { [subject]: value }

/** The value that a change was about, as it is now; nothing where it is gone. */
async function optionNow(db: Reading, { before, after }: Change) {
  const kept = after ?? before
  const named = ['list', 'group', 'value'].map((name) => String(kept?.[name] ?? ''))
  return (await listOptions(db, {})).find(({ list, groupName, value }) =>
    isDeepStrictEqual([list, groupName, value], named),
  )
}

export const optionRestorer: Restorer = {
  permission: 'organisation.options',
  async current(db, change) {
    const found = await optionNow(db, change)
    return found ? optionInLog(found) : null
  },
  async put(db, change, { now }) {
    const { before } = change
    const held = await optionNow(db, change)
    if (before === null) void (held && deleteOption(db, held))
    else if (held) amend(db, { held, before, now })
    else return addAgain(db, before)
    return { now: before }
  },
}

type Held = NonNullable<Awaited<ReturnType<typeof optionNow>>>
type Before = NonNullable<Kept>
const textIn = (kept: Before, name: string): string => String(kept[name] ?? '')
const labelIn = ({ label }: Before): string | null => (typeof label === 'string' ? label : null)

interface Amending {
  readonly held: Held
  readonly before: Before
  readonly now: Date
}

function amend(db: Writing, { held, before, now }: Amending): void {
  const { optionId, synonyms, isAccepted, isRetired } = held
  const { 'other words': words, 'accepted from programs': accepted, retired } = before
  void updateOption(db, {
    optionId,
    value: textIn(before, 'value'),
    label: labelIn(before),
    synonyms: Array.isArray(words) ? words : synonyms,
    isAccepted: typeof accepted === 'boolean' ? accepted : isAccepted,
  })
  if (typeof retired === 'boolean' && retired !== isRetired)
    void updateRetirement(db, { optionId, retiredAt: retired ? now : null })
}

async function addAgain(db: Writing, before: Before) {
  const [list, groupName, value] = ['list', 'group', 'value'].map((name) => textIn(before, name))
  const wanted = { list: list ?? '', groupName: groupName ?? '', value: value ?? '' }
  const put = await putOption(db, { ...wanted, label: labelIn(before) })
  return 'taken' in put ? `The list has “${put.taken.value}” for that already` : { now: before }
}

export const caseTypeRestorer: Restorer = {
  permission: 'case-type.manage',
  never: ({ before }) =>
    before?.['openCasesUnder'] === undefined
      ? undefined
      : 'Open cases that were moved to a newer version stay under it',
  async current(db, { subject }) {
    const [found] = await exportCaseTypes(db, subject)
    return found ? { version: found.version } : null
  },
  async put(db, { subject, before }, { now }) {
    const version = before?.['version']
    if (typeof version !== 'number')
      return 'A case type that was made stays: cases may have been opened under it'
    const found = await findDefinition(db, { name: subject, version })
    if (!found) return `Version ${version} of ${subject} is not kept`
    const published = await publishCaseType(db, found.definition, now)
    if ('caseType' in published) return { now: { version: published.caseType.version } }
    return `Version ${version} cannot be published any more: ${published.faults.join('; ')}`
  },
}

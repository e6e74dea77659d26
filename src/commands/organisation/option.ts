import type { Change } from '#domain/change-log/index.ts'
import {
  listOptions,
  lists,
  optionInLog,
  putOption,
  updateRetirement,
  type KeptOption,
  type List,
  type Option,
} from '#domain/options/index.ts'
import type { Writing } from '#platform/statement.ts'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, enter, organisation } from '#commands/in-organisation.ts'
import { words } from '#commands/kinds.ts'
import { optional, repeated, required } from '#commands/part.ts'
import { textTable } from '#commands/text-table.ts'
import { choice } from '#kernel/kinds.ts'

const listNames = Object.keys(lists) as List[]
const knownList = choice(...listNames)
const listWording = { placeholder: 'LIST', meaning: 'The list, such as "note type".' }
const group = optional(words, {
  placeholder: 'GROUP',
  meaning: 'The group within the list; classifications have groups.',
})
const values = repeated(words, { least: 1, placeholder: 'VALUE', meaning: 'Values of the list.' })
const notes = [
  ['Lists:', ...Object.entries(lists).map(([name, what]) => `- \`${name}\`: ${what}`)].join('\n'),
]

const list: Command = command({
  name: 'option list',
  summary: 'List the configured values of one list, or of all.',
  notes,
  operands: {},
  options: { organisation, list: optional(knownList, listWording), group },
  example: 'option list --organisation demo --list "note type"',
  async run({ organisation: of, list: wanted, group: groupName }, desk) {
    const { installation, organisationId } = await enter(desk, of)
    const all = await installation.database.read(organisationId, (db) => listOptions(db, {}))
    const options = all
      .filter((each) => wanted === undefined || each.list === wanted)
      .filter((each) => groupName === undefined || each.groupName === groupName)
      .map(({ groupName: of, ...each }) => ({ ...each, group: of }))
    const rows = options.map((each) => [
      each.list,
      each.group,
      each.value,
      each.label ?? '',
      each.isRetired ? 'retired' : 'offered',
    ])
    const empty = whenEmpty(all, { list: wanted, group: groupName })
    return {
      json: { options },
      text: textTable(['LIST', 'GROUP', 'VALUE', 'LABEL', 'STATE'], rows, empty),
    }
  },
})

interface Sought {
  readonly list: List | undefined
  readonly group: string | undefined
}

/** A list without values takes every text, but a group that nobody has made is only unknown. */
function whenEmpty(all: readonly Option[], { list: wanted, group: sought }: Sought): string {
  const inList = all.filter((each) => wanted === undefined || each.list === wanted)
  const groups = [...new Set(inList.map((each) => each.groupName))].filter(Boolean)
  if (sought === undefined || inList.length === 0)
    return 'No value is configured there; a list without values takes every text as it is.'
  const known = groups.length > 0 ? `there are: ${groups.join(', ')}` : 'there are no groups'
  return `There is no group "${sought}"; ${known}.`
}

const add: Command = command({
  name: 'option add',
  summary: 'Add values to a list, or bring back those that were retired.',
  notes,
  operands: { values },
  options: { organisation, list: required(knownList, listWording), group },
  example: 'option add "By telephone" "By post" --organisation demo --list "contact method"',
  async run({ values: wanted, organisation: of, list: to, group: groupName = '' }, desk) {
    const place = await enter(desk, of)
    const added = await change(place, add.name, async (db) => {
      const changes: Change[] = []
      for (const value of wanted) {
        const put = await putOption(db, { list: to, value, label: null, groupName })
        if ('optionId' in put) changes.push(made({ list: to, value, groupName }))
        else if (put.taken.isRetired) changes.push(await setRetired(db, put.taken, null))
      }
      const result = changes.map(({ after }) => String(after?.['value']))
      const particulars = { list: to, group: groupName, values: result }
      return { result, particulars: result.length > 0 ? particulars : undefined, changes }
    })
    const alreadyThere = wanted.filter((value) => !added.some((each) => isSame(each, value)))
    return {
      json: { list: to, group: groupName, added, alreadyThere },
      text: [...told(added, `added to "${to}"`), ...told(alreadyThere, 'there already')].join('\n'),
    }
  },
})

const made = ({
  list: of,
  value,
  groupName,
}: Pick<Option, 'list' | 'value' | 'groupName'>): Change => ({
  kind: 'option',
  subject: `${of}: ${value}`,
  before: null,
  after: { list: of, group: groupName, value, label: null },
})

const remove: Command = command({
  name: 'option remove',
  summary: 'Retire values of a list: they are offered no longer, and cases keep what they hold.',
  notes: [...notes, 'The command option add brings a retired value back.'],
  operands: { values },
  options: { organisation, list: required(knownList, listWording), group },
  example: 'option remove "By post" --organisation demo --list "contact method"',
  async run({ values: wanted, organisation: of, list: from, group: groupName = '' }, desk) {
    const place = await enter(desk, of)
    const retired = await change(place, remove.name, async (db, now) => {
      const offered = (await listOptions(db, {})).filter(({ isRetired }) => !isRetired)
      const changes: Change[] = []
      for (const value of wanted) {
        const found = offered.find(
          (each) => each.list === from && each.groupName === groupName && isSame(each.value, value),
        )
        if (found) changes.push(await setRetired(db, found, now))
        else
          throw new CommandFault(
            (casewright) =>
              `The list "${from}"${groupName && ` (group ${groupName})`} offers no value "${value}", so nothing was retired; ${casewright} option list shows what it has.`,
          )
      }
      const result = changes.map(({ after }) => String(after?.['value']))
      return { result, particulars: { list: from, group: groupName, values: result }, changes }
    })
    const json = { list: from, group: groupName, retired }
    return { json, text: told(retired, `retired from "${from}"`).join('\n') }
  },
})

const isSame = (one: string, other: string): boolean =>
  one.toLowerCase() === other.trim().toLowerCase()

/** Retires a value at a moment, or offers it again where there is none; gives what the change log keeps of it. */
async function setRetired(
  db: Writing,
  option: KeptOption,
  retiredAt: Date | null,
): Promise<Change> {
  await updateRetirement(db, { optionId: option.optionId, retiredAt })
  return {
    kind: 'option',
    subject: `${option.list}: ${option.value}`,
    before: optionInLog(option),
    after: optionInLog({ ...option, isRetired: retiredAt !== null }),
  }
}

const told = (values: readonly string[], what: string): string[] =>
  values.length > 0 ? [`${values.map((value) => `"${value}"`).join(', ')}: ${what}.`] : []

export const optionCommands = [list, add, remove]

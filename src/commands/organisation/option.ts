import {
  deleteOption,
  listOptions,
  lists,
  putOption,
  type List,
  type Option,
} from '#domain/options/index.ts'
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
  summary: 'Add values to a list.',
  notes,
  operands: { values },
  options: { organisation, list: required(knownList, listWording), group },
  example: 'option add "By telephone" "By post" --organisation demo --list "contact method"',
  async run({ values: wanted, organisation: of, list: to, group: groupName = '' }, desk) {
    const place = await enter(desk, of)
    const added = await change(place, add.name, async (db) => {
      const result: string[] = []
      for (const value of wanted) {
        const put = await putOption(db, { list: to, value, label: null, groupName })
        if ('optionId' in put) result.push(value)
      }
      const particulars = { list: to, group: groupName, values: result }
      return {
        result,
        particulars: result.length > 0 ? particulars : undefined,
        changes: result.map((value) => ({
          kind: 'option' as const,
          subject: `${to}: ${value}`,
          before: null,
          after: { list: to, group: groupName, value, label: null },
        })),
      }
    })
    const alreadyThere = wanted.filter((value) => !added.includes(value))
    return {
      json: { list: to, group: groupName, added, alreadyThere },
      text: [...told(added, `added to "${to}"`), ...told(alreadyThere, 'there already')].join('\n'),
    }
  },
})

const remove: Command = command({
  name: 'option remove',
  summary: 'Remove values from a list; cases keep what they hold.',
  notes,
  operands: { values },
  options: { organisation, list: required(knownList, listWording), group },
  example: 'option remove "By post" --organisation demo --list "contact method"',
  async run({ values: wanted, organisation: of, list: from, group: groupName = '' }, desk) {
    const place = await enter(desk, of)
    const removed = await change(place, remove.name, async (db) => {
      const result: string[] = []
      const held = await listOptions(db, {})
      for (const value of wanted) {
        const rows = await deleteOption(db, { list: from, value, groupName })
        if (rows.length === 0)
          throw new CommandFault(
            (casewright) =>
              `The list "${from}"${groupName && ` (group ${groupName})`} has no value "${value}", so nothing was removed; ${casewright} option list shows what it has.`,
          )
        result.push(...rows.map((row) => row.value))
      }
      const changes = result.map((value) => ({
        kind: 'option' as const,
        subject: `${from}: ${value}`,
        before: { list: from, group: groupName, value, label: labelIn(held, from, value) },
        after: null,
      }))
      return { result, particulars: { list: from, group: groupName, values: result }, changes }
    })
    const json = { list: from, group: groupName, removed }
    return { json, text: told(removed, `removed from "${from}"`).join('\n') }
  },
})

const labelIn = (all: readonly Option[], of: string, value: string): string | null =>
  all.find((each) => each.list === of && each.value === value)?.label ?? null

const told = (values: readonly string[], what: string): string[] =>
  values.length > 0 ? [`${values.map((value) => `"${value}"`).join(', ')}: ${what}.`] : []

export const optionCommands = [list, add, remove]

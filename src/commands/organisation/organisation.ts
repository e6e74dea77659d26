import { nations } from '#domain/calendar/index.ts'
import {
  changeSettings,
  defaultSettings,
  organisationsByName,
  settingsNow,
} from '#domain/organisations/index.ts'
import { recountForNation } from '#domain/recomputation/index.ts'
import { command, type Command, type Desk } from '#commands/command.ts'
import { CommandFault, UsageFault } from '#commands/fault.ts'
import {
  change,
  enter,
  noOrganisation,
  note,
  operatingSystemUser,
} from '#commands/in-organisation.ts'
import { emailAddress, newOrganisationName, number, words } from '#commands/kinds.ts'
import { optional, required } from '#commands/part.ts'
import { createOrganisation } from '#commands/queries.ts'
import { textTable } from '#commands/text-table.ts'
import { choice } from '#kernel/kinds.ts'
import { openDatabase, violatedConstraint, type Address } from '#platform/database.ts'
import type { Writing } from '#platform/statement.ts'
import { addAdministrator, linkAt, type FirstAdministrator } from './first-administrator.ts'
import { keptSetting, settings, shownSettings } from './settings.ts'

const usualFirstCase = 100_001

const create: Command = command({
  name: 'organisation create',
  summary: 'Make an organisation.',
  notes: [`Its nation is ${defaultSettings.nation} until organisation set says otherwise.`],
  operands: {
    organisation: required(newOrganisationName, {
      placeholder: 'NAME',
      meaning:
        'How addresses name it: lower-case letters, digits and hyphens; not portal, uat, uatportal or second-factor, and not ending in reports or portal.',
    }),
  },
  options: {
    name: required(words, { placeholder: 'TITLE', meaning: 'What people call it.' }),
    'first-case': optional(number, {
      placeholder: 'NUMBER',
      meaning: `The number of its first case; ${usualFirstCase} without it.`,
    }),
    administrator: optional(emailAddress, {
      placeholder: 'EMAIL',
      meaning: 'The e-mail address of its first administrator, for whom a sign-in link is printed.',
    }),
    'administrator-name': optional(words, {
      placeholder: 'NAME',
      meaning: 'Their name, as "Family, Given"; without it the address.',
    }),
  },
  example:
    'organisation create north --name "North Council" --administrator alex.moss@north.example',
  makesInstallation: true,
  async run({ organisation, name, 'first-case': first = usualFirstCase, ...further }, desk) {
    const { administrator: email, 'administrator-name': fullName = email ?? '' } = further
    const administrator = email === undefined ? undefined : { email, fullName }
    const wanted = { name: organisation, title: name, first, administrator }
    const { organisationId, token } = await make(desk, wanted)
    const url = token === undefined ? undefined : linkAt(desk, organisation, token)
    const { nation } = defaultSettings
    const json = {
      organisationId,
      name: organisation,
      title: name,
      nation,
      ...(url ? { url } : {}),
    }
    const others = nations.filter((each) => each !== nation).join(', ')
    const text = [
      `The organisation ${organisation} (${name}) is there.`,
      `Its nation is taken to be ${nation}: its clocks go by the law and the bank holidays there. For another (${others}): ${desk.casewright} organisation set ${organisation} nation NATION`,
      ...(url ? [`${email} signs in, once, within ten minutes, at:`, url] : []),
    ].join('\n')
    return { json, text }
  },
})

interface Wanted {
  readonly name: string
  readonly title: string
  readonly first: number
  readonly administrator: FirstAdministrator | undefined
}

/** The owner makes it: the application's role may not, and an organisation has a sequence of its own. */
async function make(
  desk: Desk,
  { name, title, first, administrator }: Wanted,
): Promise<{ readonly organisationId: number; readonly token?: string }> {
  const installation = await desk.open()
  const owner = openDatabase(ownerOf(installation.addresses), installation.clock)
  try {
    return await owner.write(0, async (db) => {
      const [made] = await createOrganisation(db, { name, title, firstCaseId: first })
      const organisationId = made?.organisationId ?? 0
      const particulars = { name, firstCaseId: first }
      const own = within(db, organisationId)
      await note(own, installation, { name: create.name, particulars })
      if (!administrator) return { organisationId }
      const now = installation.clock.now()
      return { organisationId, token: await addAdministrator(own, now, administrator) }
    })
  } catch (error) {
    if (violatedConstraint(error) !== 'organisations_name_key') throw error
    throw new CommandFault(`There is an organisation "${name}" already; choose another name.`)
  } finally {
    await owner.close()
  }
}

/** The owner's address, or a fault that says how to name it. */
export function ownerOf({ owner }: { readonly owner?: Address }): Address {
  if (owner) return owner
  throw new CommandFault(
    'This needs the role that owns the tables: set DATABASE_OWNER_URL beside DATABASE_URL.',
  )
}

const within = (db: Writing, organisationId: number): Writing => ({
  organisationId,
  memory: db.memory,
  isWriting: true,
  run: (statement, values) => db.run(statement, values),
})

const list: Command = command({
  name: 'organisation list',
  summary: 'List the organisations and their settings.',
  operands: {},
  options: {},
  example: 'organisation list',
  async run(_, desk) {
    const { database } = await desk.open()
    const all = [...(await organisationsByName(database)).values()]
    const organisations = all.map(({ settings: own, ...each }) => ({
      ...each,
      settings: shownSettings(own),
    }))
    const rows = organisations.map((each) => {
      const on = Object.entries(each.settings).flatMap(([name, value]) =>
        value === true ? [name] : [],
      )
      return [each.name, each.title, String(each.settings['nation']), on.join(', ') || 'nothing']
    })
    const empty = noOrganisation(desk.casewright)
    return {
      json: { organisations },
      text: textTable(['NAME', 'TITLE', 'NATION', 'SWITCHED ON'], rows, empty),
    }
  },
})

const recounted = ' Open cases are counted anew (see calendar progress).'

const set: Command = command({
  name: 'organisation set',
  summary: 'Change a setting of an organisation.',
  notes: [
    [
      'Settings, what each can be, and what it means (when it is on):',
      ...[...settings].map(
        ([name, { values, meaning }]) => `- \`${name}\` (${values.join(', ')}): ${meaning}`,
      ),
    ].join('\n'),
  ],
  operands: {
    organisation: required(words, { placeholder: 'NAME', meaning: 'The organisation.' }),
    setting: required(choice(...settings.keys()), {
      placeholder: 'SETTING',
      meaning: `One of ${[...settings.keys()].join(', ')}.`,
    }),
    state: required(words, {
      placeholder: 'VALUE',
      meaning: 'What it shall be: on or off, or one of its words.',
    }),
  },
  options: {},
  example: 'organisation set demo strict on',
  async run({ organisation, setting, state }, desk) {
    const definition = settings.get(setting)
    const kept = definition && keptSetting(definition, state)
    if (!definition || kept === undefined)
      throw new UsageFault(`${setting} can be one of: ${definition?.values.join(', ')}`)
    const place = await enter(desk, organisation)
    const isRecounted = await change(place, set.name, async (db, now) => {
      const held = await settingsNow(db)
      const before = { value: held[definition.field] }
      await changeSettings(db, { title: null, settings: { [definition.field]: kept } })
      const nations = { from: held.nation, to: (await settingsNow(db)).nation }
      await recountForNation(db, nations, { author: operatingSystemUser(), now })
      const changed = { kind: 'setting', subject: definition.field, before } as const
      return {
        result: nations.from !== nations.to,
        particulars: { setting, value: kept },
        changes: [{ ...changed, after: { value: keptAs(before.value, kept) } }],
      }
    })
    return {
      json: { organisation, setting, value: kept },
      text: `${setting} is ${state.trim().toLowerCase()} for ${organisation}.${isRecounted ? recounted : ''}`,
    }
  },
})

/** A number is typed as text and read as a number again. */
const keptAs = (like: unknown, kept: boolean | string): boolean | string | number =>
  typeof like === 'number' ? Number(kept) : kept

export const organisationCommands = [create, list, set]

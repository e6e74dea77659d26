import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { organisationsByName, type Organisation } from '#domain/organisations/index.ts'
import type { Installation } from '#installation'
import { insertAuditEntry } from '#platform/audit-entries.ts'
import { violatedConstraint } from '#platform/database.ts'
import type { Writing } from '#platform/statement.ts'
import type { Desk } from './command.ts'
import { CommandFault } from './fault.ts'
import { words } from './kinds.ts'
import { optional } from './part.ts'

/** The option that says which organisation is meant. */
export const organisation = optional(words, {
  placeholder: 'NAME',
  meaning:
    'The organisation; without it CASEWRIGHT_DEFAULT_ORGANISATION, else the only one there is.',
})

/** An open installation, and the organisation that a command is about. */
export interface Place {
  readonly installation: Installation
  readonly organisation: Organisation
  readonly organisationId: number
}

/** Opens the installation and finds the organisation meant; throws CommandFault where it is unknown or unclear. */
export async function enter(desk: Desk, name: string | undefined): Promise<Place> {
  const installation = await desk.open()
  const all = await organisationsByName(installation.database)
  const wanted = name ?? desk.config.defaultOrganisation ?? onlyOne(all)
  const found = wanted === undefined ? undefined : all.get(wanted)
  if (found) return { installation, organisation: found, organisationId: found.organisationId }
  throw new CommandFault((casewright) =>
    wanted === undefined
      ? unclear(all, casewright)
      : `There is no organisation "${wanted}"; ${known(all, casewright)}.`,
  )
}

type ByName = ReadonlyMap<string, Organisation>

const onlyOne = (all: ByName): string | undefined =>
  all.size === 1 ? [...all.keys()][0] : undefined

const known = (all: ByName, casewright: string): string =>
  all.size === 0
    ? `there is none yet: make one with ${casewright} organisation create`
    : `there are: ${[...all.keys()].join(', ')}`

const unclear = (all: ByName, casewright: string): string =>
  all.size === 0
    ? noOrganisation(casewright)
    : `Say which organisation is meant with --organisation; ${known(all, casewright)}.`

/** What is said where there is none, and how to make one. */
export const noOrganisation = (casewright: string): string =>
  `There is no organisation yet; make one: ${casewright} organisation create NAME --name TITLE`

/** What a change comes to, and what the audit may tell of it: no personal data, and nothing where nothing changed. */
export interface Changed<T> {
  readonly result: T
  readonly particulars: Readonly<Record<string, unknown>> | undefined
}

/** Does a change and writes it into the organisation's audit, in one transaction. */
export function change<T>(
  { installation, organisationId }: Place,
  name: string,
  work: (db: Writing, now: Date) => Promise<Changed<T>>,
): Promise<T> {
  const changed = installation.database.write(organisationId, async (db) => {
    const { result, particulars } = await work(db, installation.clock.now())
    if (particulars) void note(db, installation, { name, particulars })
    return result
  })
  return changed.catch((error: unknown) => {
    if (violatedConstraint(error) !== 'users_administrator_stays') throw error
    throw new CommandFault(
      'This is the last administrator who can sign in: make somebody else one first.',
    )
  })
}

/** Writes a command into the audit of the transaction's organisation. */
export const note = (
  db: Writing,
  { clock }: Installation,
  { name, particulars }: { name: string; particulars: Readonly<Record<string, unknown>> },
): Promise<unknown> =>
  insertAuditEntry(db, {
    occurredAt: clock.now(),
    actor: actor(),
    operation: name,
    outcome: 'done',
    caseId: null,
    particulars,
    requestId: randomUUID(),
  })

/** Whoever runs the command, as the audit names them. */
export const actor = (): string => `command ${operatingSystemUser()}`

/** The name of whoever typed the command; a container’s user may have a number and no name. */
export function operatingSystemUser(): string {
  try {
    return userInfo().username
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`
  }
}

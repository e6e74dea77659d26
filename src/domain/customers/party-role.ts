import type { EqualityAnswer } from '#domain/equality/index.ts'
import type { Options } from '#domain/options/index.ts'
import type { RawParameters } from '#kernel/parameters.ts'
import type { CustomerDetails } from './customer.ts'
import { readParty, type Party } from './party.ts'

/** The role of a case's main party. */
export const mainRole = 'Customer'

/** In which role a person takes part in a case; the position tells repeated groups apart, 0 without a number. */
export interface PartyRole {
  readonly role: string
  readonly position: number
}

/** A role for which something was sent, and the prefix of its parameters, such as `Applicant1.`. */
export interface SentRole extends PartyRole {
  readonly prefix: string
}

/** The roles that a call names: Customer, Agent, then configured ones by name and number (contract 6.0.2). */
export function partyRolesSent(raw: RawParameters, options: Options): readonly SentRole[] {
  const found = new Map<string, SentRole>()
  for (const { name } of raw.values()) {
    const [prefix = '', field] = name.split('.', 2)
    const sent = field === undefined ? undefined : roleOf(prefix, options)
    if (sent) found.set(sent.prefix, sent)
  }
  return [...found.values()].toSorted(
    (a, b) =>
      rank(a.role) - rank(b.role) || a.role.localeCompare(b.role) || a.position - b.position,
  )
}

/** Every party that a call says something of, main party first. */
export const partiesSent = (
  raw: RawParameters,
  options: Options,
): readonly (PartyRole & { readonly party: Party })[] =>
  partyRolesSent(raw, options).flatMap(({ role, position, prefix }) => {
    const party = readParty(raw, prefix, options)
    return party ? [{ role, position, party }] : []
  })

/** A person of a call, by number within it: what `peopleUpsert` takes. */
export interface SentPerson {
  readonly person: number
  readonly details: CustomerDetails
  /** The roles that the person has in the call. */
  readonly roles: readonly PartyRole[]
  readonly equality: readonly EqualityAnswer[]
}

/** The people behind the parties: two parties with the same reference are one person. */
export function peopleOf(
  parties: readonly (PartyRole & { readonly party: Party })[],
): readonly SentPerson[] {
  const people: SentPerson[] = []
  for (const { role, position, party } of parties) {
    const { reference } = party.details
    const same = reference && people.find(({ details }) => details.reference === reference)
    if (same) people[same.person] = joined(same, { role, position, party })
    else
      people.push({
        person: people.length,
        details: party.details,
        roles: [{ role, position }],
        equality: party.equality,
      })
  }
  return people
}

function joined(
  { person, details, roles, equality }: SentPerson,
  { role, position, party }: PartyRole & { readonly party: Party },
): SentPerson {
  const further = { ...details.further, ...party.details.further }
  return {
    person,
    details: {
      ...details,
      ...party.details,
      ...(Object.keys(further).length > 0 ? { further } : {}),
    },
    roles: [...roles, { role, position }],
    equality: [...equality, ...party.equality],
  }
}

const builtIn = [mainRole, 'Agent']
const rank = (role: string) => (builtIn.includes(role) ? builtIn.indexOf(role) : builtIn.length)

function roleOf(prefix: string, options: Options): SentRole | undefined {
  const own = builtIn.find((role) => role.toLowerCase() === prefix.toLowerCase())
  const whole = own ?? configured(prefix, options)
  if (whole) return { role: whole, position: 0, prefix: `${whole}.` }
  const [, word = '', number = ''] = /^(.*?)([1-9][0-9]{0,3})$/.exec(prefix) ?? []
  const role = configured(word, options)
  return role === undefined
    ? undefined
    : { role, position: Number(number), prefix: `${role}${number}.` }
}

const configured = (prefix: string, options: Options): string | undefined =>
  options.has('party role', prefix) ? options.match('party role', prefix) : undefined

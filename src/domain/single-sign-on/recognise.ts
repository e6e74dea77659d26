import { rightsIn } from '#domain/access/index.ts'
import { insertUser } from '#domain/people/index.ts'
import { noteSignIn, type Coming } from '#domain/sessions/index.ts'
import type { Writing } from '#platform/statement.ts'
import type { Comer } from './comer.ts'
import { followGroups, roleFor } from './follow-groups.ts'
import { findByEmail, findByIdentity, insertIdentity, listUserNames } from './identity-queries.ts'
import type { Provider } from './provider.ts'
import type { Reason } from './refused.ts'

/** Somebody of the staff, with the role that a group has given them, if one has. */
export interface Recognised {
  readonly userId: number
  readonly userName: string
  readonly fullName: string
  readonly role: string
  readonly givenRole: string | null
}

/** Who it is, or why they are not let in. */
export type Recognition =
  | { readonly kind: 'person'; readonly person: Recognised }
  | { readonly kind: 'refused'; readonly reason: Reason; readonly person?: Recognised }

const no = (reason: Reason, person?: Recognised): Recognition => ({
  kind: 'refused',
  reason,
  ...(person ? { person } : {}),
})

/**
 * Finds who comes from the provider. Issuer and subject are the identity; a new one is linked to the person of its
 * e-mail address where the provider vouches for that, or to somebody new where the organisation admits them.
 */
export async function recognise(
  db: Writing,
  coming: Coming,
  { provider, comer }: { readonly provider: Provider; readonly comer: Comer },
): Promise<Recognition> {
  const { issuer } = provider
  const known = await findByIdentity(db, { issuer, subject: comer.subject })
  const found = known
    ? ({ kind: 'person', person: known } as const)
    : await firstVisit(db, coming, { provider, comer })
  if (found.kind === 'refused') return found
  if (known?.isDisabled) return no('disabled', known)
  return followGroups(db, coming, { provider, comer, person: found.person })
}

interface First {
  readonly provider: Provider
  readonly comer: Comer
}

async function firstVisit(db: Writing, coming: Coming, first: First): Promise<Recognition> {
  const { provider, comer } = first
  const { issuer } = provider
  const { email, subject } = comer
  if (email === undefined) return no('no verified address')
  const holder = await findByEmail(db, { issuer, email })
  if (!holder) return admit(db, coming, { provider, comer, email })
  if (holder.isDisabled) return no('disabled', holder)
  if (holder.isLinked) return no('linked to another', holder)
  return link(db, coming, { issuer, subject, person: holder })
}

interface Linking {
  readonly issuer: string
  readonly subject: string
  readonly person: Recognised
}

async function link(
  db: Writing,
  coming: Coming,
  { issuer, subject, person }: Linking,
): Promise<Recognition> {
  const { userId } = person
  const [linked] = await insertIdentity(db, { issuer, subject, userId, now: coming.now })
  if (!linked) return no('at the same time', person)
  noteSignIn(db, coming, { what: 'link identity', by: person, particulars: { userId, issuer } })
  return { kind: 'person', person }
}

/** Makes somebody new, where a group gives them a role. */
async function admit(
  db: Writing,
  coming: Coming,
  { provider, comer, email }: First & { readonly email: string },
): Promise<Recognition> {
  if (!provider.admitsUnknown) return no('unknown person')
  const role = roleFor(provider, comer, await rightsIn(db))
  if (role === undefined) return no('in no group')
  const { fullName, subject } = comer
  const userName = await freeUserName(db, email.slice(0, email.lastIndexOf('@')))
  const wanted = { userName, fullName, email, role, team: null, jobTitle: null, now: coming.now }
  const [made] = await insertUser(db, wanted)
  if (!made) return no('at the same time')
  const person = { userId: made.userId, userName, fullName, role, givenRole: role }
  const particulars = { userId: made.userId, role }
  noteSignIn(db, coming, { what: 'add person by group', by: person, particulars })
  return link(db, coming, { issuer: provider.issuer, subject, person })
}

async function freeUserName(db: Writing, wanted: string): Promise<string> {
  const beginning = wanted.slice(0, 90)
  const names = await listUserNames(db, { beginning })
  const taken = new Set(names.map(({ userName }) => userName.toLowerCase()))
  let name = beginning
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${beginning}${number}`
  return name
}

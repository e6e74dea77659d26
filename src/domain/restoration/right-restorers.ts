import { rightsIn } from '#domain/access/index.ts'
import {
  findApiKeyByKey,
  keptOfKey,
  revokeKey,
  updateApiKey,
  type WayIn,
} from '#domain/api-keys/index.ts'
import type { Kept } from '#domain/change-log/index.ts'
import { changeRole, disableUser, enableUser, moveToTeam } from '#domain/people/index.ts'
import { deleteRole, putRole } from '#domain/roles/index.ts'
import { permissions } from '#kernel/permission.ts'
import { violatedConstraint } from '#platform/database.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Writing } from '#platform/statement.ts'
import { findPersonStanding } from './queries.ts'
import type { Restorer } from './restorer.ts'

export const personRestorer: Restorer = {
  permission: 'role.manage',
  async current(db, { subject }) {
    const found = await findPersonStanding(db, { userName: subject })
    return found ? { 'may sign in': found.maySignIn, role: found.role, team: found.team } : null
  },
  async put(db, { subject, before }, { now }) {
    if (before === null)
      return 'A person who was added is not removed, because histories name them: disable them instead'
    if ('second factors' in before)
      return 'Second factors that were reset are gone: the person sets up others'
    const found = await findPersonStanding(db, { userName: subject })
    if (!found) return `There is nobody with the user name ${subject}`
    try {
      await putPerson(db, { email: found.email, before, now })
    } catch (error) {
      if (violatedConstraint(error) !== 'users_administrator_stays') throw error
      return 'This is the last administrator who can sign in: make somebody else one first'
    }
    return { now: before }
  },
}

interface Putting {
  readonly email: string
  readonly before: NonNullable<Kept>
  readonly now: Date
}

async function putPerson(db: Writing, { email, before, now }: Putting): Promise<void> {
  const { role, team, 'may sign in': maySignIn } = before
  if (typeof role === 'string') await changeRole(db, { email, role })
  if (team === null || typeof team === 'string') await moveToTeam(db, { email, team })
  if (maySignIn === true) await enableUser(db, { email })
  if (maySignIn === false) await disableUser(db, { email, now })
}

export const apiKeyRestorer: Restorer = {
  permission: 'api-key.manage',
  async current(db, { subject }) {
    const found = await findApiKeyByKey(db, { key: subject })
    if (!found) return null
    const secretMadeAt = found.secretMadeAt ?? found.createdAt
    return {
      ...keptOfKey({ ...found, isRevoked: found.revokedAt !== null }),
      'in use since': writeLocalDate(secretMadeAt),
    }
  },
  async put(db, { subject, before }, { now }) {
    if (before === null) {
      void revokeKey(db, { key: subject, now })
      return { now: { works: false } }
    }
    if ('in use since' in before)
      return 'A key that was given a new secret keeps it: give it another one instead'
    return putKey(db, subject, before)
  },
}

async function putKey(
  db: Writing,
  key: string,
  before: NonNullable<Kept>,
): Promise<{ readonly now: Kept } | string> {
  const found = await findApiKeyByKey(db, { key })
  if (!found || found.revokedAt !== null)
    return 'A key that was revoked never works again: make a new one and give it to whoever needs it'
  const wanted = {
    name: String(before['name'] ?? found.name),
    permittedAddresses: (before['allowed addresses'] ??
      found.permittedAddresses) as readonly string[],
    ways: (before['signs in by'] ?? found.ways) as WayIn,
  }
  void updateApiKey(db, { apiKeyId: found.apiKeyId, ...wanted })
  return { now: before }
}

export const roleRestorer: Restorer = {
  permission: 'role.manage',
  async current(db, { subject }) {
    const found = (await rightsIn(db)).roles.get(subject)
    return found ? { permissions: [...found.permissions].toSorted() } : null
  },
  async put(db, { subject, before }, { author, now }) {
    if (before === null) {
      const [removed] = await deleteRole(db, { name: subject })
      return removed ? { now: null } : 'Somebody has this role: give them another first'
    }
    const kept = new Set(before['permissions'] as readonly string[])
    const mayDo = permissions.filter((each) => kept.has(each))
    void putRole(db, { name: subject, permissions: mayDo, author, now })
    return { now: before }
  },
}

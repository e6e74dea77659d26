import type { Change, Kept } from '#domain/change-log/index.ts'
import { removeTeamManager, setTeamManager } from '#domain/reminders/index.ts'
import {
  deleteMember,
  findMemberRole,
  findPerson as findMember,
  putMember,
} from '#domain/roles/index.ts'
import { findTeam, reviveTeam, teamInLog, updateTeam } from '#domain/staff/index.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import { findPersonStanding } from './queries.ts'
import type { Restorer } from './restorer.ts'

/** Whose role in which team a change is about; nobody's where it is about the team itself. */
function memberIn({ subject }: Change) {
  const [, teamCode, userName] = /^(.+): (.+)$/.exec(subject) ?? []
  return teamCode === undefined || userName === undefined ? undefined : { teamCode, userName }
}

export const teamRestorer: Restorer = {
  permission: (change) => (memberIn(change) ? 'role.manage' : 'staff.manage'),
  async current(db, change) {
    const member = memberIn(change)
    if (member) {
      const found = await findMemberRole(db, member)
      return found ? { role: found.role } : null
    }
    const found = await findTeam(db, { teamCode: change.subject })
    return found ? { ...teamInLog(found), retired: found.heir !== null } : null
  },
  put: (db, change) =>
    memberIn(change) ? putMembership(db, change) : putTeam(db, change.subject, change.before),
}

type Put = { readonly now: Kept } | string

async function putMembership(db: Writing, change: Change): Promise<Put> {
  const { before } = change
  const member = memberIn(change) ?? { teamCode: '', userName: '' }
  if (before === null) {
    void deleteMember(db, member)
    return { now: null }
  }
  const person = await findMember(db, member)
  const role = String(before['role'])
  const [put] = person
    ? await putMember(db, { userId: person.userId, teamCode: member.teamCode, role })
    : []
  return put ? { now: before } : 'The person can sign in no longer, or the team is retired'
}

async function putTeam(db: Writing, code: string, before: Kept): Promise<Put> {
  const found = await findTeam(db, { teamCode: code })
  if (before === null || !found)
    return 'A team that was made stays, because histories name it: retire it instead'
  if (before['retired'] === true)
    return 'What belongs to the team has to go to another: retire it on its page'
  if (before['retired'] === false) {
    void reviveTeam(db, found)
    return { now: before }
  }
  const kept = { ...teamInLog(found), ...before }
  const { name, department, directorate, manager } = kept
  void updateTeam(db, {
    teamId: found.teamId,
    name: String(name),
    department: wordsOf(department),
    directorate: wordsOf(directorate),
  })
  return (await putManager(db, code, wordsOf(manager)))
    ? { now: before }
    : 'Whoever managed the team then can sign in no longer'
}

const wordsOf = (kept: unknown): string | null => (typeof kept === 'string' ? kept : null)

async function putManager(db: Writing, code: string, manager: string | null): Promise<boolean> {
  if (manager === null) {
    void removeTeamManager(db, { code })
    return true
  }
  const email = await addressOf(db, manager)
  return email !== undefined && (await setTeamManager(db, { code, email })).length > 0
}

const addressOf = async (db: Reading, userName: string): Promise<string | undefined> =>
  (await findPersonStanding(db, { userName }))?.email

import type { Kept } from '#domain/change-log/index.ts'
import { removeTeamManager, setTeamManager } from '#domain/reminders/index.ts'
import { markOfAll } from '#domain/seen/index.ts'
import { shortText, text } from '#kernel/kinds.ts'
import { optional, required } from '#kernel/parameters.ts'
import type { Writing } from '#platform/statement.ts'
import { flawed } from './errors.ts'
import { findMember } from './queries.ts'

const name = text({ max: 200 })

/** What is said of a team. */
export const teamParameters = {
  name: required(name, 'Name'),
  department: optional(name, 'Department'),
  directorate: optional(name, 'Directorate'),
  manager: optional(shortText, 'Manager'),
}

/** What a team is called, where it belongs and who manages it. */
export interface SaidOfTeam {
  readonly name: string
  readonly department: string | null
  readonly directorate: string | null
  /** The user name. */
  readonly manager: string | null
}

/** A team as the change log keeps it. */
export const teamInLog = ({
  name: called,
  department,
  directorate,
  manager,
}: SaidOfTeam): NonNullable<Kept> => ({ name: called, department, directorate, manager })

/** Tells later whether somebody has changed a team since it was shown. */
export const markOfTeam = (team: SaidOfTeam): string => markOfAll(teamInLog(team))

/** Names who manages a team, or nobody; gives the user name. Somebody who cannot sign in is a flaw. */
export async function putManager(
  db: Writing,
  code: string,
  manager: string | undefined,
): Promise<string | null> {
  if (manager === undefined) {
    void removeTeamManager(db, { code })
    return null
  }
  const found = await findMember(db, { userName: manager })
  const [set] = found ? await setTeamManager(db, { code, email: found.email }) : []
  if (!set) throw flawed('Manager', 'Select a person from the list')
  return set.userName
}

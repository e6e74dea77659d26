import type { Permission } from '#kernel/permission.ts'
import type { Reading } from '#platform/statement.ts'
import { getSecrecy } from './queries.ts'
import { rightsIn, type Person } from './rights.ts'
import { mayKnow } from './secrecy.ts'

/** Says whether somebody may see a case and do with it what a permission allows: for people other than the one who asks. */
export async function caseRights(
  db: Reading,
  { caseId }: { readonly caseId: number },
): Promise<(person: Person, permission: Permission) => boolean> {
  const [rights, secrecy] = await Promise.all([rightsIn(db), getSecrecy(db, { caseId })])
  return (person, permission) => {
    const may = rights.of(person)
    return may.has('case.view') && may.has(permission) && mayKnow(secrecy, person.userId, may)
  }
}

import type { Reading } from '#platform/statement.ts'
import { listPeople } from './access-queries.ts'
import { getSecrecy } from './queries.ts'
import { rightsIn } from './rights.ts'
import { mayKnow } from './secrecy.ts'

/** The people who may see a case, by name. */
export async function colleaguesOn(db: Reading, caseId: number) {
  const [people, secrecy, rights] = await Promise.all([
    listPeople(db, {}),
    getSecrecy(db, { caseId }),
    rightsIn(db),
  ])
  return people.filter((person) => {
    const may = rights.of(person)
    return may.has('case.view') && mayKnow(secrecy, person.userId, may)
  })
}

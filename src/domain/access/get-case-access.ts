import { operation } from '#kernel/operation.ts'
import { readOfCase } from './case-reference.ts'
import { getMark, listBars, listPeople, listReaders } from './access-queries.ts'
import { getSecrecy } from './queries.ts'
import { rightsIn } from './rights.ts'
import { mayKnow } from './secrecy.ts'

/** Who may know of a case and why, who is barred, and who else there is to be named. */
export const getCaseAccess = operation({
  name: 'getcaseaccess',
  summary: 'Show who may know of a case',
  ...readOfCase,
  isSensitive: true,
  permission: 'case.access.update',
  examples: [{ CaseId: '1001' }],

  async handle({ db, now, subject: { caseId } }) {
    const [mark, readers, bars, people, rights, secrecy] = await Promise.all([
      getMark(db, { caseId }),
      listReaders(db, { caseId, now }),
      listBars(db, { caseId }),
      listPeople(db, {}),
      rightsIn(db),
      getSecrecy(db, { caseId }),
    ])
    const known = people.map((person) => {
      const may = rights.of(person)
      const hasRight = may.has('case.view') && may.has('case.confidential.view')
      return { ...person, hasRight, knows: mayKnow(secrecy, person.userId, may) }
    })
    const nameOf = ({ userName, fullName }: (typeof known)[number]) => ({ userName, fullName })
    return {
      caseId,
      isConfidential: mark.isConfidential,
      owner: mark.owner,
      readers,
      bars,
      /** Those who may know of every confidential case and are not barred from this one. */
      withRight: known.filter(({ hasRight, knows }) => hasRight && knows).map(nameOf),
      toName: known
        .filter(({ userId }) => !secrecy.readers.includes(userId))
        .filter(({ userId }) => !secrecy.barred.includes(userId))
        .map(nameOf),
      toBar: known.filter(({ userId }) => !secrecy.barred.includes(userId)).map(nameOf),
    }
  },
})

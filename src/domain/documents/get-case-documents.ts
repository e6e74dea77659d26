import { caseReference, findSubject } from '#domain/access/index.ts'
import { listCorrespondence } from '#domain/correspondence/index.ts'
import { flag } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { listedCorrespondence, listedFile, byName, listAnswer } from './listed-document.ts'
import { listDocuments } from './queries.ts'

/** The files and correspondence of a case, in one list by name; empty for a case that is not there (contract 6.9). */
export const getCaseDocuments = operation({
  name: 'getcasedocuments',
  summary: 'List the files and correspondence of a case',
  effect: 'read',
  isSensitive: true,
  permission: 'case.document.view',
  parameters: {
    case: caseReference,
    selfService: optional(flag, 'Only what is released for self-service'),
  },
  errors: [unknownCase],
  returns: listAnswer,
  examples: [{ CaseId: '1001' }, { CaseId: '1001', SelfService: 'True' }],

  async handle({ input, db, refuse, record }) {
    const { caseId: number, externalId } = input.case
    if (number === undefined && externalId === undefined) throw refuse(unknownCase)
    const found = await findSubject(db, { reference: input.case, isWriting: false })
    if (!found) return []
    const { caseId } = found
    record(caseId)
    const isSelfServiceOnly = input.selfService ?? false
    const [files, correspondence] = await Promise.all([
      listDocuments(db, { caseId }),
      listCorrespondence(db, { caseId, isSelfServiceOnly }),
    ])
    // programs that publish what is released stop at a file they cannot fetch
    const listed = files.filter(
      ({ isSelfService, state }) => !isSelfServiceOnly || (isSelfService && state === 'stored'),
    )
    return [...listed.map(listedFile), ...correspondence.map(listedCorrespondence)].toSorted(byName)
  },
})

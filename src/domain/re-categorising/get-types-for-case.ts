import { readOfCase } from '#domain/access/index.ts'
import { configuredCaseTypes } from '#domain/case-types/index.ts'
import { standingOf } from '#domain/stages/index.ts'
import { operation } from '#kernel/operation.ts'

/** The types under which a case can come in place of its own. */
export const getTypesForCase = operation({
  name: 'gettypesforcase',
  summary: 'Show the types under which a case can come',
  ...readOfCase,
  isSensitive: true,
  permission: 'case.recategorise',
  examples: [{ CaseId: '1001' }],

  async handle({ db, subject: { caseId, isClosed } }) {
    const { caseType } = await standingOf(db, caseId)
    const others = (await configuredCaseTypes(db)).filter(
      ({ caseTypeId }) => caseTypeId !== caseType.caseTypeId,
    )
    return {
      caseId,
      isClosed,
      caseType: caseType.label,
      types: others
        .map(({ name, label }) => ({ name, label }))
        .toSorted((one, other) => one.label.localeCompare(other.label, 'en-GB')),
    }
  },
})

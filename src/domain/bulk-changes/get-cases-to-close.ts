import { caseTypeVersion } from '#domain/case-types/index.ts'
import { operation } from '#kernel/operation.ts'
import { chosenCases, distinct } from './chosen.ts'
import { listCasesToClose } from './close-queries.ts'

/** The cases that were chosen with how each stands and can end, and every way in which any of them can. */
export const getCasesToClose = operation({
  name: 'getcasestoclose',
  summary: 'Show cases that can be closed at once',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.end',
  parameters: { cases: chosenCases },
  errors: [],
  returns: 'content',
  examples: [{ Case: '1001\n1002' }],

  async handle({ input, db }) {
    const found = await listCasesToClose(db, { caseIds: distinct(input.cases) })
    const cases = await Promise.all(
      found.map(async ({ caseTypeId, version, ...each }) => {
        const { label, procedure } = await caseTypeVersion(db, { caseTypeId, version })
        return { ...each, caseType: label, endings: each.isClosed ? [] : procedure.endings }
      }),
    )
    const endings = new Map(
      cases.flatMap((each) =>
        each.endings.map(({ code, label }) => [code.toLowerCase(), { code, label }]),
      ),
    )
    return {
      cases: cases.map(({ endings: own, ...each }) => ({
        ...each,
        endings: own.map(({ label }) => label),
      })),
      endings: [...endings.values()],
    }
  },
})

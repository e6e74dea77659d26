import { readOfCase } from '#domain/access/index.ts'
import { caseTypeVersion } from '#domain/case-types/index.ts'
import { operation } from '#kernel/operation.ts'
import { sideInWords } from './link.ts'
import { listLinked } from './queries.ts'

/** The cases that hang together with a case, and how, as far as the reader may know of them. */
export const getCaseLinks = operation({
  name: 'getcaselinks',
  summary: 'Show the cases that hang together with a case',
  ...readOfCase,
  isSensitive: true,
  permission: 'case.view',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, subject: { caseId } }) {
    const linked = await listLinked(db, { caseId })
    const links = linked.map(async ({ kind, isFromOther, caseTypeId, version, ...link }) => ({
      ...link,
      how: sideInWords(kind, isFromOther),
      caseType: (await caseTypeVersion(db, { caseTypeId, version })).label,
    }))
    return {
      caseId,
      links: await Promise.all(links),
      mayLink: actor.permissions.has('case.update'),
    }
  },
})

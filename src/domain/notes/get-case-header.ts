import { readOfCase } from '#domain/access/index.ts'
import { caseTypeVersion } from '#domain/case-types/index.ts'
import { concernsOf } from '#domain/procedures/index.ts'
import { operation } from '#kernel/operation.ts'
import { dueOfCase } from './due-of-case.ts'
import { getCaseHeading, getKept, listAlertsOnCase, listOthersHere } from './queries.ts'

const presenceMinutes = 2

/** What stands at the top of every page of a case, and who else has had it open in the last two minutes. */
export const getCaseHeader = operation({
  name: 'getcaseheader',
  summary: 'Show what every page of a case begins with',
  ...readOfCase,
  isSensitive: true,
  permission: 'case.view',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, now, subject: { caseId } }) {
    const userId = actor.kind === 'user' ? actor.id : 0
    const since = new Date(now.getTime() - presenceMinutes * 60_000)
    const [found, kept, others, alerts] = await Promise.all([
      getCaseHeading(db, { caseId }),
      getKept(db, { caseId }),
      listOthersHere(db, { caseId, userId, since }),
      listAlertsOnCase(db, { caseId }),
    ])
    const { caseTypeId, version, targetOn, closedOn } = found
    const type = await caseTypeVersion(db, { caseTypeId, version })
    const concerns = concernsOf(type.procedure)
    return {
      caseId,
      caseType: type.label,
      status: found.status,
      rating: found.rating,
      isConfidential: found.isConfidential,
      mainParty: found.mainParty,
      team: found.team,
      owner: found.owner,
      closedOn,
      due: closedOn === null ? await dueOfCase(db, { caseId, targetOn, now }) : undefined,
      alerts,
      others: others.map(({ name }) => name),
      hasPoints: concerns.hasPoints || kept.hasPoints,
      isForInformation: concerns.isForInformation || kept.isForInformation,
      maySeeDocuments: actor.permissions.has('case.document.view'),
      mayUpdateAccess: actor.permissions.has('case.access.update'),
    }
  },
})

import { readOfCase } from '#domain/access/index.ts'
import { costOfCase, isCounted, listActivities } from '#domain/cost-limit/index.ts'
import {
  exemptions,
  factsOf,
  findExemption,
  lackingForAnswer,
  listClaimed,
  listParts,
} from '#domain/request-parts/index.ts'
import { findIdentityEvent, listSearches, listThirdParties } from '#domain/searches/index.ts'
import { operation } from '#kernel/operation.ts'

/** A request for information whole: cost, parts and exemptions, what is lacking, searches, third parties. */
export const getInformation = operation({
  name: 'getinformation',
  summary: 'Show what is kept of a request for information',
  ...readOfCase,
  isSensitive: true,
  permission: 'case.view',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, subject: { caseId, isClosed } }) {
    const [cost, activities, parts, claimed, searches, thirdParties, identity] = await Promise.all([
      costOfCase(db, { caseId }),
      listActivities(db, { caseId }),
      listParts(db, { caseId }),
      listClaimed(db, { caseId }),
      listSearches(db, { caseId }),
      listThirdParties(db, { caseId }),
      findIdentityEvent(db, { caseId }),
    ])
    return {
      caseId,
      isClosed,
      mayUpdate: !isClosed && actor.permissions.has('case.information.update'),
      cost,
      activities: activities.map((each) => ({ ...each, isCounted: isCounted(each.kind) })),
      parts: parts.map((part) => ({
        ...part,
        claimed: claimed
          .filter((each) => each.part === part.part)
          .map((each) => ({ ...each, name: findExemption(each.exemption)?.name ?? '' })),
      })),
      lacking: lackingForAnswer(factsOf(parts, claimed)),
      exemptions,
      searches,
      thirdParties,
      identity: identityIn(identity),
    }
  },
})

/** Where proof of identity stands, by the last that the clock knows of it. */
const identityIn = (last: { readonly name: string; readonly happenedOn: string } | undefined) => ({
  state: !last ? 'not asked for' : last.name === 'id_received' ? 'received' : 'asked for',
  on: last?.happenedOn,
})

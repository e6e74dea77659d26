import { momentOf, momentParameters } from '#domain/case-types/index.ts'
import { reply } from '#kernel/answer.ts'
import { text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { nothingWaits } from './errors.ts'
import { lockWaiting, moveVersion } from './queries.ts'

/** Gives a version that waits to be published another moment. */
export const movePublication = operation({
  name: 'movepublication',
  summary: 'Publish a waiting version of a case type at another moment',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {
    caseType: required(text({ max: 200 }), 'Case type'),
    ...momentParameters,
    publishOn: required(momentParameters.publishOn.kind, 'Date'),
  },
  errors: [nothingWaits],
  returns: reply<{ version: number }>('publicationresponse', { version: 'version' }),
  examples: [{ CaseType: 'Skate park', PublishOn: '1/9/2031', PublishTime: '8:30' }],

  async handle({ input, db, now, refuse, record }) {
    const found = await lockWaiting(db, { name: input.caseType })
    if (!found) throw refuse(nothingWaits)
    const { caseTypeId, name, version, from: before } = found
    const from = momentOf(input, now)
    if (from) void moveVersion(db, { caseTypeId, version, from })
    record(undefined, { caseType: name, version, before, from })
    return { version }
  },
})

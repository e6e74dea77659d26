import { organisationSettings } from '#domain/organisations/index.ts'
import { reply } from '#kernel/answer.ts'
import { caseNumber, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { openForPerson } from './access-queries.ts'
import { flawed, nothingToOpen } from './errors.ts'

const day = 24 * 3_600_000

/**
 * Opens a confidential case for whoever asks, for a day: in an emergency, with a reason that is kept and told to
 * its owner. A case that is not there, one that is open to all and one from which they are barred are answered alike.
 */
export const breakGlass = operation({
  name: 'breakglass',
  summary: 'Open a confidential case in an emergency',
  effect: 'write',
  permission: 'case.confidential.open',
  isWebOnly: true,
  parameters: {
    caseId: required(caseNumber, 'Case number'),
    reason: required(shortText, 'Why you must see the case now'),
  },
  errors: [nothingToOpen],
  returns: reply<{ caseId: number }>('breakglassresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1031', Reason: 'The customer is at the desk and in danger' }],

  async handle({ input: { caseId, reason }, db, actor, now, refuse, record }) {
    if (!(await organisationSettings(db)).isBreakGlassAllowed)
      throw flawed('CaseId', 'Your organisation does not let anybody do this: ask a manager')
    if (actor.kind !== 'user') throw refuse(nothingToOpen)
    const until = new Date(now.getTime() + day)
    const opening = { caseId, userId: actor.id, reason, until, author: actor.name, now }
    const [opened] = await openForPerson(db, opening)
    if (!opened) throw refuse(nothingToOpen)
    record(caseId, { until: until.toISOString() })
    return { caseId }
  },
})

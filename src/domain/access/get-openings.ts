import { organisationSettings } from '#domain/organisations/index.ts'
import { operation } from '#kernel/operation.ts'
import { listOpenings } from './access-queries.ts'

/** The confidential cases that the actor has opened in an emergency, and whether the organisation allows it. */
export const getOpenings = operation({
  name: 'getopenings',
  summary: 'Show the confidential cases that I have opened in an emergency',
  effect: 'read',
  isWebOnly: true,
  permission: 'case.confidential.open',
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db, actor, now }) {
    const [openings, { isBreakGlassAllowed }] = await Promise.all([
      actor.kind === 'user' ? listOpenings(db, { userId: actor.id, now }) : [],
      organisationSettings(db),
    ])
    return { openings, isAllowed: isBreakGlassAllowed }
  },
})

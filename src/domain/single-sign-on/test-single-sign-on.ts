import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { tryProvider } from '#platform/identity-provider/identity-provider.ts'
import { askableProvider } from './ask-provider.ts'
import { flawed } from './errors.ts'
import { findProvider, putTest } from './queries.ts'

/** Reads how the provider describes itself and keeps what came of it; the settings show it. */
export const testSingleSignOn = operation({
  name: 'testsinglesignon',
  summary: 'Test the connection to the provider of single sign-on',
  effect: 'write',
  isWebOnly: true,
  permission: 'role.manage',
  parameters: {},
  errors: [],
  returns: reply<{ issuer: string }>('testsinglesignonresponse', { issuer: 'issuer' }),
  examples: [{}],

  async handle({ db, record }) {
    const found = await findProvider(db, {})
    if (!found) throw flawed('', 'Set up single sign-on first')
    record(undefined, { issuer: found.issuer })
    return { issuer: found.issuer }
  },

  async afterwards({ database, outside, clock, actor: { organisationId } }) {
    const asked = await askableProvider({ database, outside, organisationId })
    if (asked?.kind !== 'askable') return
    const came = await tryProvider(asked.named, asked.reach)
    const trouble = came.kind === 'trouble' ? came.detail : null
    const { issuer, clientId } = asked.named
    await database.write(organisationId, (db) =>
      putTest(db, { issuer, clientId, now: clock.now(), trouble }),
    )
  },
})

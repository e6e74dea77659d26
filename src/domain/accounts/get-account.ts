import { caseTypeVersion } from '#domain/case-types/index.ts'
import { configuredOptions } from '#domain/options/index.ts'
import { operation } from '#kernel/operation.ts'
import { accountSought, typesIn } from './account-record.ts'
import { unknownAccount } from './errors.ts'
import { findAccount, listCasesOfAccount, listPeopleOfAccount } from './record-queries.ts'

const mostCases = 200

/** An account, the cases that concern it and their people, as far as the reader may know of them. */
export const getAccount = operation({
  name: 'getaccount',
  summary: 'Show an account',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'customer.view',
  parameters: { account: accountSought },
  errors: [unknownAccount],
  returns: 'content',
  examples: [{ Account: '3301' }],

  async handle({ input: { account: accountId }, db, actor, refuse }) {
    const account = await findAccount(db, { accountId })
    if (!account) throw refuse(unknownAccount)
    const maySeeCases = actor.permissions.has('case.view')
    const [cases, people, options] = await Promise.all([
      maySeeCases ? listCasesOfAccount(db, { accountId, most: mostCases }) : [],
      maySeeCases ? listPeopleOfAccount(db, { accountId }) : [],
      configuredOptions(db),
    ])
    return {
      ...account,
      cases: await Promise.all(
        cases.map(async ({ caseTypeId, version, ...theCase }) => ({
          ...theCase,
          caseType: (await caseTypeVersion(db, { caseTypeId, version })).label,
        })),
      ),
      people,
      accountTypes: typesIn(options),
      mayUpdate: actor.permissions.has('account.update'),
    }
  },
})

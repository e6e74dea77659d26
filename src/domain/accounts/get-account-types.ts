import { configuredOptions } from '#domain/options/index.ts'
import { operation } from '#kernel/operation.ts'
import { typesIn } from './account-record.ts'

/** The types that accounts may have; none where any text will do. */
export const getAccountTypes = operation({
  name: 'getaccounttypes',
  summary: 'List the types of account',
  effect: 'read',
  isWebOnly: true,
  permission: 'customer.view',
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db, actor }) {
    const accountTypes = typesIn(await configuredOptions(db))
    return { accountTypes, mayUpdate: actor.permissions.has('account.update') }
  },
})

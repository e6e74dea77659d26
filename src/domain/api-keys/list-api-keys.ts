import { operation } from '#kernel/operation.ts'
import { listApiKeyRows } from './queries.ts'

/** The key pairs of programs, without their secrets. */
export const listApiKeys = operation({
  name: 'listapikeys',
  summary: 'List the API keys',
  effect: 'read',
  permission: 'api-key.manage',
  isWebOnly: true,
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db }) {
    return { keys: await listApiKeyRows(db, {}) }
  },
})

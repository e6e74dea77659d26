import { operation } from '#kernel/operation.ts'
import { markOfLook, readLook } from './look.ts'
import { markOfSettings, readSettings } from './organisation.ts'
import { getOwnOrganisation } from './queries.ts'

/** What is decided for the whole organisation, as it stands. */
export const getOrganisation = operation({
  name: 'getorganisation',
  summary: 'Show the settings of the organisation',
  effect: 'read',
  permission: 'organisation.settings',
  isWebOnly: true,
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db }) {
    const { name, title, settings } = await getOwnOrganisation(db, {})
    const seen = markOfSettings(title, settings)
    const look = readLook(settings)
    return { name, title, settings: readSettings(settings), seen, look, lookSeen: markOfLook(look) }
  },
})

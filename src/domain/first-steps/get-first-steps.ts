import { getOwnOrganisation } from '#domain/organisations/index.ts'
import { operation } from '#kernel/operation.ts'
import { getProgress } from './queries.ts'
import { shownSetting } from './shown-setting.ts'

/** The first steps of an organisation that is there to be tried, and which of them have been taken. */
export const getFirstSteps = operation({
  name: 'getfirststeps',
  summary: 'Show the first steps of whoever tries the program',
  effect: 'read',
  permission: 'organisation.settings',
  isWebOnly: true,
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db }) {
    const { name, settings } = await getOwnOrganisation(db, {})
    if (settings[shownSetting] !== true) return undefined
    const progress = await getProgress(db, {})
    const { hasKey, caseId, isWorked, hasPublished } = progress
    const isDone = hasKey && caseId !== null && isWorked && hasPublished
    return isDone ? undefined : { organisation: name, ...progress }
  },
})

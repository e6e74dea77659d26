import { changeSettings } from '#domain/organisations/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { shownSetting } from './shown-setting.ts'

/** Shows the first steps no longer. */
export const hideFirstSteps = operation({
  name: 'hidefirststeps',
  summary: 'Show the first steps no longer',
  effect: 'write',
  permission: 'organisation.settings',
  isWebOnly: true,
  parameters: {},
  errors: [],
  returns: reply<{ isShown: string }>('hidefirststepsresponse', { isShown: 'isshown' }),
  examples: [{}],

  async handle({ db }) {
    void changeSettings(db, { title: null, settings: { [shownSetting]: false } })
    return { isShown: 'false' }
  },
})

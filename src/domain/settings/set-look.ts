import {
  lockOwnOrganisation,
  markOfLook,
  readLook,
  typefaces,
} from '#domain/organisations/index.ts'
import { refuseOthersChange, seenMark } from '#domain/seen/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { choice, flag } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { changeLook, inLog } from './change-look.ts'
import { darkColour } from './colour.ts'

/** Changes the colours and the typeface of the organisation's pages, and takes its logo away where that is wanted. */
export const setLook = operation({
  name: 'setlook',
  summary: 'Change how the pages of the organisation look',
  effect: 'write',
  permission: 'organisation.settings',
  isWebOnly: true,
  parameters: {
    ...seenMark,
    headerColour: required(darkColour, 'Colour of the header'),
    buttonColour: required(darkColour, 'Colour of buttons'),
    typeface: required(choice(...typefaces), 'Typeface'),
    isWithoutLogo: optional(flag, 'The logo is taken away'),
  },
  errors: [],
  returns: reply<{ typeface: string }>('setlookresponse', { typeface: 'typeface' }),
  examples: [{ HeaderColour: '#004d40', ButtonColour: '#4a148c', Typeface: 'verdana' }],

  async handle({ input, db, actor, now, record }) {
    const before = readLook((await lockOwnOrganisation(db, {})).settings)
    const { seen, isWithoutLogo = false, ...sent } = input
    refuseOthersChange(seen, markOfLook(before))
    const after = { ...sent, logo: isWithoutLogo ? null : before.logo }
    await changeLook(db, { before, after }, { by: actorLabel(actor), now })
    record(undefined, { before: inLog(before), after: inLog(after) })
    return { typeface: after.typeface }
  },
})

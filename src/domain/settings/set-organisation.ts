import { nations } from '#domain/calendar/index.ts'
import {
  changeSettings,
  costLimits,
  lockOwnOrganisation,
  markOfSettings,
  readSettings,
  secondFactorRules,
} from '#domain/organisations/index.ts'
import { recountForNation } from '#domain/recomputation/index.ts'
import { refuseOthersChange, seenMark } from '#domain/seen/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { choice, flag, text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { logSettings } from './log-settings.ts'

/** Changes what is decided for the whole organisation; another nation once what moves by it is agreed to. */
export const setOrganisation = operation({
  name: 'setorganisation',
  summary: 'Change the settings of the organisation',
  effect: 'write',
  permission: 'organisation.settings',
  isWebOnly: true,
  parameters: {
    ...seenMark,
    title: required(text({ max: 200 }), 'Name'),
    nation: required(choice(...nations), 'Nation'),
    costLimitHours: required(choice(...costLimits.map(String)), 'Cost limit'),
    secondFactor: required(choice(...secondFactorRules), 'Second factor'),
    isSigningAllowed: optional(flag, 'Signed calls'),
    isWritingByGetAllowed: optional(flag, 'Writing by GET'),
    isDisclosureOnPortalOnly: optional(flag, 'Disclosure log on portal hosts only'),
    isErrorInJson: optional(flag, 'Errors in JSON'),
    isStrict: optional(flag, 'Values in no list are refused'),
    isBreakGlassAllowed: optional(flag, 'Opening confidential cases in an emergency'),
    agreed: optional(flag, 'Agreed to what moves'),
  },
  errors: [],
  returns: reply<{ title: string }>('setorganisationresponse', { title: 'title' }),
  examples: [
    {
      Title: 'North Council',
      Nation: 'england',
      CostLimitHours: '18',
      SecondFactor: 'required',
      IsSigningAllowed: 'true',
      IsWritingByGetAllowed: 'true',
      IsBreakGlassAllowed: 'true',
    },
  ],

  async handle({ input, db, actor, now, record }) {
    const held = await lockOwnOrganisation(db, {})
    const { title, seen, agreed = false, ...sent } = input
    refuseOthersChange(seen, markOfSettings(held.title, held.settings))
    const settings = {
      isSigningAllowed: false,
      isWritingByGetAllowed: false,
      isDisclosureOnPortalOnly: false,
      isErrorInJson: false,
      isStrict: false,
      isBreakGlassAllowed: false,
      ...sent,
    }
    const before = { title: held.title, ...readSettings(held.settings) }
    if (before.nation !== input.nation && !agreed) throw unagreed()
    await changeSettings(db, { title, settings })
    const after = { title, ...readSettings({ ...held.settings, ...settings }) }
    logSettings(db, { before, after }, { by: actorLabel(actor), now })
    const nations = { from: before.nation, to: after.nation }
    await recountForNation(db, nations, { author: actor.name, now })
    record(undefined, { before, after })
    return { title }
  },
})

const unagreed = (): Refusal =>
  new Refusal(invalidInput, [
    { parameter: 'Agreed', kind: 'missing', message: 'Agree to what moves' },
  ])

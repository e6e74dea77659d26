import { markOfAll } from '#domain/seen/index.ts'
import { isNation, type Nation } from '#domain/calendar/index.ts'
import type { Look } from './look.ts'

/** What the limit can be (FOI and Data Protection Fees Regulations 2004, reg 3). */
export const costLimits = [18, 24] as const
export type CostLimitHours = (typeof costLimits)[number]

/** What is asked of whoever signs in with a password: must they, should they, or need they give a second factor? */
export const secondFactorRules = ['required', 'recommended', 'off'] as const
export type SecondFactorRule = (typeof secondFactorRules)[number]

/** What an administrator decides for a whole organisation. */
export interface OrganisationSettings {
  /** May calls be signed with Key and Signature (contract 3.4)? */
  readonly isSigningAllowed: boolean
  /** May services that write be called by GET on the older host (contract 1.3)? */
  readonly isWritingByGetAllowed: boolean
  /** Is getcases answered on the portal hosts only (contract 1.2)? */
  readonly isDisclosureOnPortalOnly: boolean
  /** Do callers that ask for JSON get errors in JSON (contract 4.4)? */
  readonly isErrorInJson: boolean
  /** Are values that no list holds refused, not kept and flagged (contract 6.0.4)? */
  readonly isStrict: boolean
  /** May people open a confidential case that they do not know of, by its number, with a reason? */
  readonly isBreakGlassAllowed: boolean
  /** Under the law of which nation does it work? */
  readonly nation: Nation
  /** Hours that a request for information may cost: 24 of central government, else 18 (£600, £450). */
  readonly costLimitHours: CostLimitHours
  /** Whoever has a second factor is asked for it, whatever is decided here. */
  readonly secondFactor: SecondFactorRule
}

export const defaultSettings: OrganisationSettings = Object.freeze({
  isSigningAllowed: true,
  isWritingByGetAllowed: true,
  isDisclosureOnPortalOnly: false,
  isErrorInJson: false,
  isStrict: false,
  isBreakGlassAllowed: false,
  nation: 'england',
  costLimitHours: 18,
  secondFactor: 'required',
})

/** One customer of the installation (an "account" in the contract's words). */
export interface Organisation {
  readonly organisationId: number
  readonly name: string
  readonly title: string
  readonly settings: OrganisationSettings
  readonly look: Look
}

/** The settings as stored, with the default for each that is not. */
export function readSettings(stored: Readonly<Record<string, unknown>>): OrganisationSettings {
  const { nation: written, costLimitHours: hours, secondFactor: rule, ...others } = stored
  const known = Object.entries(others).filter(
    ([name, value]) => name in defaultSettings && typeof value === 'boolean',
  )
  const nation = typeof written === 'string' && isNation(written) ? written : defaultSettings.nation
  const costLimitHours =
    costLimits.find((limit) => String(limit) === String(hours)) ?? defaultSettings.costLimitHours
  const secondFactor = secondFactorRules.find((each) => each === rule) ?? 'required'
  const words = { nation, costLimitHours, secondFactor }
  return Object.freeze({ ...defaultSettings, ...Object.fromEntries(known), ...words })
}

/** Tells later whether somebody has changed the settings since they were shown. */
export const markOfSettings = (
  title: string,
  settings: Readonly<Record<string, unknown>>,
): string => markOfAll({ title, ...readSettings(settings) })

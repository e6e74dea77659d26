import { nations } from '#domain/calendar/index.ts'
import {
  costLimits,
  secondFactorRules,
  type OrganisationSettings,
} from '#domain/organisations/index.ts'

type Setting = keyof OrganisationSettings

/** A setting: where it is kept, what it can be, and what it means. */
export interface SettingDefinition {
  readonly field: Setting
  readonly values: readonly string[]
  readonly meaning: string
}

const onOrOff = ['on', 'off']
const meanings: Readonly<Record<Setting, Omit<SettingDefinition, 'field'>>> = {
  isSigningAllowed: { values: onOrOff, meaning: 'calls may be signed with Key and Signature' },
  isWritingByGetAllowed: {
    values: onOrOff,
    meaning: 'services that write may be called by GET on the older host',
  },
  isDisclosureOnPortalOnly: {
    values: onOrOff,
    meaning: 'getcases answers on the portal hosts only',
  },
  isErrorInJson: { values: onOrOff, meaning: 'callers that ask for JSON get errors in JSON' },
  isStrict: {
    values: onOrOff,
    meaning: 'values that no list holds are refused, not kept and flagged',
  },
  isBreakGlassAllowed: {
    values: onOrOff,
    meaning: 'people may open a confidential case by its number for a day, with a reason',
  },
  costLimitHours: {
    values: costLimits.map(String),
    meaning: 'the hours that a request for information may cost: 24 of central government, else 18',
  },
  secondFactor: {
    values: secondFactorRules,
    meaning: 'must, should or need people give a second factor who sign in with a password',
  },
  nation: { values: nations, meaning: 'the nation whose law and bank holidays its clocks go by' },
}

/** As a setting is typed: `isErrorInJson` is `error-in-json`. */
const typedName = (setting: string): string =>
  setting
    .replace(/^is/, '')
    .replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase()

/** The settings of an organisation by the name they are typed with. */
export const settings: ReadonlyMap<string, SettingDefinition> = new Map(
  (Object.keys(meanings) as Setting[]).map((field) => [
    typedName(field),
    { field, ...meanings[field] },
  ]),
)

/** The value of a setting as it is kept: true for on, a word as it is; undefined where it cannot be that. */
export function keptSetting(
  { values }: SettingDefinition,
  typed: string,
): boolean | string | undefined {
  const value = values.find((each) => each === typed.trim().toLowerCase())
  return values === onOrOff && value !== undefined ? value === 'on' : value
}

/** The settings by typed name: each on or off, or its word. */
export const shownSettings = (
  given: OrganisationSettings,
): Readonly<Record<string, boolean | string | number>> =>
  Object.fromEntries([...settings].map(([name, { field }]) => [name, given[field]]))

import type { OrganisationSettings } from '#domain/organisations/index.ts'

type Setting = keyof OrganisationSettings

const meanings: Readonly<Record<Setting, string>> = {
  isSigningAllowed: 'calls may be signed with Key and Signature',
  isWritingByGetAllowed: 'services that write may be called by GET on the older host',
  isDisclosureOnPortalOnly: 'getcases answers on the portal hosts only',
  isErrorInJson: 'callers that ask for JSON get errors in JSON',
  isStrict: 'values that no list holds are refused, not kept and flagged',
}

/** As a setting is typed: `isErrorInJson` is `error-in-json`. */
const typedName = (setting: string): string =>
  setting
    .replace(/^is/, '')
    .replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase()

/** The settings of an organisation by the name they are typed with, and what each means when it is on. */
export const settings: ReadonlyMap<string, { readonly field: Setting; readonly meaning: string }> =
  new Map(
    (Object.keys(meanings) as Setting[]).map((field) => [
      typedName(field),
      { field, meaning: meanings[field] },
    ]),
  )

/** The settings by typed name, each on or off. */
export const shownSettings = (given: OrganisationSettings): Readonly<Record<string, boolean>> =>
  Object.fromEntries([...settings].map(([name, { field }]) => [name, given[field]]))

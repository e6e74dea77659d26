import {
  allowedMethods,
  downloadPath,
  isOffered,
  type AddressForm,
} from '#api/addresses/address.ts'
import type { WireWord } from '#api/wire-word.ts'

/** An address at which a service answers, and the methods it takes there. */
export interface OfferedAddress {
  readonly address: string
  readonly methods: readonly string[]
}

// as an organisation has it that has decided nothing else
const rules = { isFeedPortalOnly: false, isWritingByGetAllowed: true }

const patterns = (
  domain: string,
): readonly (readonly [AddressForm, prefix: string, ending: string])[] => [
  ['H7', 'https://{this server}/', '?db={organisation}'],
  ['H3', `https://{organisation}.${domain}/`, ''],
  ['H2', `https://uat.${domain}/`, '?db={organisation}'],
  ['H4', `https://{organisation}reports.${domain}/`, ''],
  ['H5', `https://{organisation}portal.${domain}/`, ''],
  ['H6', `https://uatportal.${domain}/`, '?db={organisation}'],
  ['H1', `https://portal.${domain}/services/{organisation}/`, ''],
]

/** Where a service answers below a domain, and to which methods (contract 1.1 to 1.3). */
export function offeredAddresses(word: WireWord, domain: string): readonly OfferedAddress[] {
  if (word === 'download') {
    const methods = methodsAt(word, 'H7')
    return [{ address: `https://{the host that was asked}${downloadPath}`, methods }]
  }
  return patterns(domain)
    .filter(([form]) => isOffered(word, form, rules))
    .map(([form, prefix, ending]) => ({
      address: `${prefix}${word}${ending}`,
      methods: methodsAt(word, form),
    }))
}

/** The method a service takes on every address that offers it. */
export const usualMethod = (word: WireWord): 'GET' | 'POST' => methodsAt(word, 'H7')[0] ?? 'GET'

const methodsAt = (word: WireWord, form: AddressForm): readonly ('GET' | 'POST')[] =>
  allowedMethods(word, form, rules)

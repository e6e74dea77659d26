import {
  amendApiKey,
  createApiKey,
  getApiKey,
  listApiKeys,
  revokeApiKey,
  rotateApiKey,
  worksFrom,
} from '#domain/api-keys/index.ts'
import { readDayFirst } from '#domain/details/index.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import type { AnyFormPage, Ask, PathParts } from '#web/layout/form-page.ts'
import { dateAndTime, dateInWords } from '#web/layout/times.ts'
import { apiKeyAddress, apiKeysAddress } from './addresses.ts'
import { apiKeyFormView } from './api-key-form.view.ts'
import { apiKeyView } from './api-key.view.ts'
import { apiKeysView } from './api-keys.view.ts'
import { placesInWords, waysInWords } from './key-in-words.ts'
import { revokeKeyView } from './revoke-key.view.ts'
import { rotateKeyView } from './rotate-key.view.ts'

type Key = Awaited<ReturnType<(typeof getApiKey)['handle']>>

const momentOrNever = (moment: Date | null): string => (moment ? dateAndTime(moment) : 'Never')

/** The page of all API keys. */
export const apiKeysPage = showPage({
  path: apiKeysAddress,
  view: apiKeysView,
  async show(ask, _parts, { banner }) {
    const { keys } = await ask(listApiKeys, {})
    return {
      keys: keys.map(({ apiKeyId, name, key, permittedAddresses, ways, lastAt, revokedAt }) => ({
        name,
        key,
        address: apiKeyAddress(apiKeyId),
        places: placesInWords(permittedAddresses),
        ways: waysInWords[ways],
        lastUsed: momentOrNever(lastAt),
        isRevoked: revokedAt !== null,
      })),
      banner,
    }
  },
})

/** The page of a key. */
export const apiKeyPage = showPage({
  path: `${apiKeysAddress}/:apiKey`,
  view: apiKeyView,
  async show(ask, parts, { banner, csrfToken, from }) {
    const key = await keyMeant(ask, parts)
    const isRefusedHere = key.revokedAt === null && !worksFrom(key.permittedAddresses, from)
    return {
      name: key.name,
      address: apiKeyAddress(key.apiKeyId),
      isRevoked: key.revokedAt !== null,
      known: knownOf(key),
      refusedFrom: isRefusedHere ? from : undefined,
      isSigningOff: key.ways !== 'tokens' && !key.isSigningAllowed,
      isSecretWaiting: key.isSecretWaiting,
      days: key.days.map(({ day, ...uses }) => ({ day: dateInWords(day), ...uses })),
      banner,
      csrfToken,
    }
  },
})

const keyMeant = (ask: Ask, { apiKey = '' }: PathParts): Promise<Key> =>
  ask(getApiKey, { ApiKey: apiKey })

const knownOf = (key: Key) => [
  { what: 'Key', text: key.key },
  { what: 'Works from', text: placesInWords(key.permittedAddresses) },
  { what: 'Signs in by', text: waysInWords[key.ways] },
  { what: 'Made', text: dateAndTime(key.createdAt) },
  { what: 'Last used', text: momentOrNever(key.lastAt) },
  {
    what: 'Secret made',
    text: [
      dateAndTime(key.secretMadeAt ?? key.createdAt),
      ...(key.earlierUntil ? [`the one before works until ${dateAndTime(key.earlierUntil)}`] : []),
    ].join('; '),
  },
  ...(key.revokedAt ? [{ what: 'Revoked', text: dateAndTime(key.revokedAt) }] : []),
]

const toKey = (_parts: PathParts, answer: unknown): string =>
  apiKeyAddress((answer as { apiKeyId: number }).apiKeyId)

/** The page on which a key is made. */
const newApiKeyPage = formPage({
  path: `${apiKeysAddress}/new`,
  view: apiKeyFormView,
  operation: createApiKey,
  show: async (ask) => {
    await ask(listApiKeys, {})
    return {}
  },
  next: toKey,
  banner: 'API key made',
})

/** The page on which a key is changed. */
const amendApiKeyPage = formPage({
  path: `${apiKeysAddress}/:apiKey/edit`,
  view: apiKeyFormView,
  operation: amendApiKey,
  async show(ask, parts) {
    const { apiKeyId, name, ways, permittedAddresses, seen } = await keyMeant(ask, parts)
    const address = apiKeyAddress(apiKeyId)
    return { stored: { seen, name, address, ways, addresses: permittedAddresses } }
  },
  next: toKey,
  banner: 'API key changed',
})

/** The page on which a key is given a new secret. */
const rotateKeyPage = formPage({
  path: `${apiKeysAddress}/:apiKey/rotate`,
  view: rotateKeyView,
  operation: rotateApiKey,
  async show(ask, parts) {
    const { apiKeyId, name } = await keyMeant(ask, parts)
    return { name, address: apiKeyAddress(apiKeyId) }
  },
  sent: (typed, parts) => ({ ...typed, ...parts, Until: readDayFirst(typed['Until'] ?? '') }),
  next: toKey,
  banner: 'The key has a new secret',
})

/** The page on which a key is revoked. */
const revokeKeyPage = formPage({
  path: `${apiKeysAddress}/:apiKey/revoke`,
  view: revokeKeyView,
  operation: revokeApiKey,
  async show(ask, parts) {
    const { apiKeyId, name, lastAt } = await keyMeant(ask, parts)
    return { name, address: apiKeyAddress(apiKeyId), lastUsed: momentOrNever(lastAt) }
  },
  next: () => apiKeysAddress,
  banner: (answer) => `${(answer as { name: string }).name} is revoked: it works no longer`,
})

/** The pages with forms about API keys. */
export const apiKeyFormPages: readonly AnyFormPage[] = [
  newApiKeyPage,
  amendApiKeyPage,
  rotateKeyPage,
  revokeKeyPage,
]

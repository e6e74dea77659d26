/** The page of all API keys. */
export const apiKeysAddress = '/admin/api-keys'

/** The page of a key. */
export const apiKeyAddress = (apiKeyId: number | string): string =>
  `${apiKeysAddress}/${encodeURIComponent(apiKeyId)}`

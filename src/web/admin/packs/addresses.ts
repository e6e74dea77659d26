/** The page of all service packs. */
export const packsAddress = '/admin/packs'

/** The page of a service pack. */
export const packAddress = (code: string): string => `${packsAddress}/${encodeURIComponent(code)}`

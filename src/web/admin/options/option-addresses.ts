/** The page of all lists. */
export const listsAddress = '/admin/options'

/** The page of one list. */
export const listAddress = (list: string): string => `${listsAddress}/${list.replaceAll(' ', '-')}`

/** The page on which a value is changed. */
export const optionAddress = (list: string, optionId: number): string =>
  `${listAddress(list)}/values/${optionId}`

/** The page of all people who work here. */
export const staffAddress = '/admin/people'

/** The page on which a person is changed. */
export const memberAddress = (userName: string): string =>
  `${staffAddress}/edit/${encodeURIComponent(userName)}`

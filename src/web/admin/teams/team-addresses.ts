/** The page of all teams. */
export const teamsAddress = '/admin/teams'

/** The page on which a team is changed. */
export const teamAddress = (code: string): string =>
  `${teamsAddress}/edit/${encodeURIComponent(code)}`

/** The page on which a team is retired. */
export const retireTeamAddress = (code: string): string => `${teamAddress(code)}/retire`

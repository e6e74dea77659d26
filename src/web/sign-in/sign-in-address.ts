/** The address of a sign-in link, below that of the server; takes the organisation's name and the token. */
export const signInAddress = (organisation: string, token: string): string =>
  `/sign-in/${encodeURIComponent(organisation)}/${encodeURIComponent(token)}`

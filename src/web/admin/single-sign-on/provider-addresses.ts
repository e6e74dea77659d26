/** Where single sign-on is looked after. */
export const singleSignOnAddress = '/admin/single-sign-on'

/** Where somebody is unlinked from the provider. */
export const unlinkAddress = (userName: string): string =>
  `${singleSignOnAddress}/unlink/${encodeURIComponent(userName)}`

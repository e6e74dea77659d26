import { markOfAll } from '#domain/seen/index.ts'
import type { Provider } from './provider.ts'

/** Tells later whether somebody has changed how single sign-on is set up since it was shown. */
export const markOfProvider = (provider: Provider): string =>
  markOfAll({
    isOn: provider.isOn,
    label: provider.label,
    issuer: provider.issuer,
    clientId: provider.clientId,
    scopes: provider.scopes,
    groupsClaim: provider.groupsClaim,
    groupRoles: provider.groupRoles,
    admitsUnknown: provider.admitsUnknown,
    admitsOtherWays: provider.admitsOtherWays,
  })

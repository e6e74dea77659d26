import { markOfAll } from '#domain/seen/index.ts'
import { isPermission } from '#kernel/permission.ts'

/** Tells later whether somebody has changed what a role may do since it was shown. */
export const markOfRole = (permissions: Iterable<string>): string =>
  markOfAll({ permissions: [...permissions].filter(isPermission).toSorted() })

/** What a form has seen that is to make a role. */
export const noRoleSeen = 'none'

/** The page of all roles. */
export const rolesAddress = '/admin/roles'

/** The page on which it is decided what a role may do. */
export const roleAddress = (role: string): string =>
  `${rolesAddress}/edit/${encodeURIComponent(role)}`

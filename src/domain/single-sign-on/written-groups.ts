import type { GroupRole } from './provider.ts'

/** Groups and their roles as they are written: one on each line, `group = role`, the first that fits counts. */
export const writeGroupRoles = (groupRoles: readonly GroupRole[]): string =>
  groupRoles.map(({ group, role }) => `${group} = ${role}`).join('\n')

/** Reads them; gives a fault for the first line that cannot be used. Roles are those there are. */
export function readGroupRoles(
  written: string,
  roles: ReadonlySet<string>,
): { readonly groupRoles: readonly GroupRole[] } | { readonly fault: string } {
  const groupRoles: GroupRole[] = []
  for (const [at, line] of written.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const read = readLine(line)
    const where = `Line ${at + 1} of the groups`
    if (!read) return { fault: `${where} needs a group, an equals sign and a role` }
    const role = [...roles].find((each) => each.toLowerCase() === read.role.toLowerCase())
    if (role === undefined) return { fault: `${where} names “${read.role}”, which is no role here` }
    groupRoles.push({ group: read.group, role })
  }
  return { groupRoles }
}

/** The last equals sign parts them: names of groups may hold others. */
function readLine(line: string): GroupRole | undefined {
  const at = line.lastIndexOf('=')
  const group = line.slice(0, Math.max(at, 0)).trim()
  const role = line.slice(at + 1).trim()
  return at < 0 || group === '' || role === '' ? undefined : { group, role }
}

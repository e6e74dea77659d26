import { builtInPermissions, rightsIn } from '#domain/access/index.ts'
import { recordChange } from '#domain/change-log/index.ts'
import { lockOwnOrganisation } from '#domain/organisations/index.ts'
import { refuseOthersChange, seenMark } from '#domain/seen/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import type { Reading } from '#platform/statement.ts'
import { flawed } from './errors.ts'
import { markOfRole, noRoleSeen } from './mark-of-role.ts'
import { permissionBoxes } from './permission-boxes.ts'
import { findSavedRole, putRole } from './queries.ts'

/** Makes a role, or changes what one may do; administrators always decide on roles. */
export const saveRole = operation({
  name: 'saverole',
  summary: 'Decide what a role may do',
  effect: 'write',
  isWebOnly: true,
  permission: 'role.manage',
  parameters: {
    ...seenMark,
    name: required(text({ max: 60 }), 'Name of the role'),
    permissions: permissionBoxes,
  },
  errors: [],
  returns: reply<{ role: string }>('saveroleresponse', { role: 'role' }),
  examples: [{ Name: 'team leader', 'case.view': 'true', 'case.assign': 'true' }],

  async handle({ input, db, actor, now, record }) {
    const wanted = input.name.trim()
    const { roles } = await rightsIn(db)
    const earlier = [...roles.values()].find(
      ({ name }) => name.toLowerCase() === wanted.toLowerCase(),
    )
    const name = earlier?.name ?? wanted
    if (name === 'administrator' && !input.permissions.includes('role.manage'))
      throw flawed('role.manage', 'Administrators must be able to decide what each role may do')
    await lockOwnOrganisation(db, {})
    const before = await heldBefore(db, name)
    if (before) refuseUnlessSeen(before, input.seen)
    void putRole(db, { name, permissions: input.permissions, author: actor.name, now })
    const held = new Set(earlier?.permissions)
    const ticked = new Set(input.permissions)
    const after = { permissions: input.permissions.toSorted() }
    recordChange(db, { kind: 'role', subject: name, before, after }, { by: actorLabel(actor), now })
    record(undefined, {
      role: name,
      added: [...ticked].filter((each) => !held.has(each)),
      removed: [...held].filter((each) => !ticked.has(each)),
    })
    return { role: name }
  },
})

function refuseUnlessSeen({ permissions }: Held, seen: string | undefined): void {
  if (seen === noRoleSeen)
    throw flawed('Name', 'There is a role of this name already: change it on its own page')
  refuseOthersChange(seen, markOfRole(permissions))
}

type Held = { readonly permissions: readonly string[] }

/** What the role could do, from the database: what is remembered of roles may be older than the last change. */
async function heldBefore(db: Reading, name: string): Promise<Held | null> {
  const saved = await findSavedRole(db, { name })
  const held = saved?.permissions ?? [...builtInPermissions(name)]
  return saved || held.length > 0 ? { permissions: held.toSorted() } : null
}

import { rightsIn } from '#domain/access/index.ts'
import { recordChange } from '#domain/change-log/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { builtInRole, roleInUse, unknownRole } from './errors.ts'
import { deleteRole } from './queries.ts'

/** Removes a role that the organisation has made and that nobody has. */
export const removeRole = operation({
  name: 'removerole',
  summary: 'Remove a role',
  effect: 'write',
  isWebOnly: true,
  permission: 'role.manage',
  parameters: { role: required(shortText, 'Role') },
  errors: [unknownRole, builtInRole, roleInUse],
  returns: reply<{ role: string }>('removeroleresponse', { role: 'role' }),
  examples: [{ Role: 'temporary' }],

  async handle({ input, db, actor, now, refuse, record }) {
    const role = (await rightsIn(db)).roles.get(input.role)
    if (!role) throw refuse(unknownRole)
    if (role.isBuiltIn) throw refuse(builtInRole)
    const [removed] = await deleteRole(db, { name: role.name })
    if (!removed) throw refuse(roleInUse)
    const before = { permissions: [...role.permissions].toSorted() }
    recordChange(
      db,
      { kind: 'role', subject: role.name, before, after: null },
      { by: actorLabel(actor), now },
    )
    record(undefined, { role: role.name })
    return { role: role.name }
  },
})

import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { noIdentity } from './errors.ts'
import { deleteIdentities } from './identity-queries.ts'

/** Forgets who somebody is at the provider: at the next visit they are linked anew by their e-mail address. */
export const unlinkIdentity = operation({
  name: 'unlinkidentity',
  summary: 'Unlink a person from the provider of single sign-on',
  effect: 'write',
  isWebOnly: true,
  permission: 'role.manage',
  parameters: { userName: required(shortText, 'Person') },
  errors: [noIdentity],
  returns: reply<{ userName: string }>('unlinkidentityresponse', { userName: 'username' }),
  examples: [{ UserName: 'leaver' }],

  async handle({ input, db, refuse, record }) {
    const [unlinked] = await deleteIdentities(db, input)
    if (!unlinked) throw refuse(noIdentity)
    record(undefined, { userId: unlinked.userId })
    return { userName: input.userName }
  },
})

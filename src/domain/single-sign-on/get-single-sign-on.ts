import { rightsIn } from '#domain/access/index.ts'
import { operation } from '#kernel/operation.ts'
import { listIdentities } from './identity-queries.ts'
import { markOfProvider } from './mark-of-provider.ts'
import { redirectAddress, signedOutAddress } from './provider.ts'
import { findProvider, getOrganisationName } from './queries.ts'
import { writeGroupRoles } from './written-groups.ts'

/** How single sign-on is set up, without the secret, and who signs in with it. */
export const getSingleSignOn = operation({
  name: 'getsinglesignon',
  summary: 'Show how single sign-on is set up',
  effect: 'read',
  isWebOnly: true,
  permission: 'role.manage',
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db, outside }) {
    const [found, { name }, { roles }] = await Promise.all([
      findProvider(db, {}),
      getOrganisationName(db, {}),
      rightsIn(db),
    ])
    return {
      provider: found && withoutSecret(found),
      roles: [...roles.keys()],
      redirectAddress: redirectAddress(outside.providers, name),
      signedOutAddress: signedOutAddress(outside.providers, name),
      identities: found ? await listIdentities(db, { issuer: found.issuer }) : [],
    }
  },
})

type Found = NonNullable<Awaited<ReturnType<typeof findProvider>>>

const withoutSecret = ({ clientSecret, groupRoles, ...shown }: Found) => ({
  ...shown,
  seen: markOfProvider({ ...shown, clientSecret, groupRoles }),
  hasSecret: clientSecret !== null,
  groupRoles: writeGroupRoles(groupRoles),
})

import { organisationSettings } from '#domain/organisations/index.ts'
import { listTeamNames } from '#domain/people/index.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { isOlder } from './install-pack.ts'
import { packHere, standingsOf } from './pack-here.ts'
import { listInstalled } from './queries.ts'
import { shippedPack, unknownPack } from './shipped-pack.ts'

/** What a service pack holds, and how it stands to what the organisation has. */
export const getPack = operation({
  name: 'getpack',
  summary: 'Show a service pack beside what is installed of it',
  effect: 'read',
  permission: 'case-type.manage',
  isWebOnly: true,
  parameters: { pack: required(shortText, 'Pack') },
  errors: [unknownPack],
  returns: 'content',
  examples: [{ Pack: 'general' }],

  async handle({ input, db }) {
    const pack = await shippedPack(input.pack)
    const [here, packs, { nation }, ownTeams] = await Promise.all([
      packHere(db, pack),
      listInstalled(db, {}),
      organisationSettings(db),
      listTeamNames(db, {}),
    ])
    return {
      pack,
      installed: here.installed?.version,
      isOlder: here.installed !== undefined && isOlder(pack.version, here.installed.version),
      isSame:
        here.installed?.hash === here.hash && here.items.every((each) => each.standing === 'same'),
      items: here.items,
      absentTeams: here.absentTeams,
      ownTeams,
      seen: standingsOf(here),
      nation,
      missing: pack.requires.filter((code) => !packs.some((each) => each.code === code)),
    }
  },
})

import { organisationSettings } from '#domain/organisations/index.ts'
import { operation } from '#kernel/operation.ts'
import { listInstalled } from './queries.ts'
import { isOlder } from './install-pack.ts'
import { everyShippedPack } from './shipped-pack.ts'

/** The service packs that come with the program, and those that the organisation has. */
export const listPacks = operation({
  name: 'listpacks',
  summary: 'List the service packs',
  effect: 'read',
  permission: 'case-type.manage',
  isWebOnly: true,
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db }) {
    const [shipped, installed, { nation }] = await Promise.all([
      everyShippedPack(),
      listInstalled(db, {}),
      organisationSettings(db),
    ])
    const known = shipped.map(({ code, name, version, summary, nations }) => {
      const held = installed.find((each) => each.code === code)
      return {
        code,
        name,
        summary,
        version,
        installed: held?.version,
        isNewer: held !== undefined && isOlder(held.version, version),
        isFitting: nations.includes(nation),
      }
    })
    const others = installed
      .filter(({ code }) => !shipped.some((each) => each.code === code))
      .map(({ code, version, content }) => ({ code, name: content.name, version }))
    return { shipped: known, others }
  },
})

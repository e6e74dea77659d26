import { recordChange } from '#domain/change-log/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { kind, type Kind } from '#kernel/kind.ts'
import { flag, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { changesOf, installPack, updatePack } from './install-pack.ts'
import type { TeamMap } from './map-teams.ts'
import { packHere, standingsOf } from './pack-here.ts'
import { shippedPack, unknownPack } from './shipped-pack.ts'

const teamPairs: Kind<TeamMap> = kind({
  name: 'teams for teams',
  schema: { type: 'string' },
  read(given) {
    const pairs = given.trim().split(/[\s,]+/)
    const read = pairs.map((pair) => /^([\w-]+)=([\w-]+)$/.exec(pair))
    return read.every((each) => each !== null)
      ? { value: Object.fromEntries(read.map(([, theirs, ours]) => [theirs, ours])) }
      : { fault: 'must be teams of the pack and yours, such as REVIEWERS=APPEALS' }
  },
  good: ['REVIEWERS=APPEALS', 'REVIEWERS=APPEALS CONTACT=DESK'],
  bad: ['REVIEWERS', '=APPEALS', 'REVIEWERS='],
})

/** What a pack was brought to: its version, and how much of it was published, written and kept. */
type Brought = {
  readonly version: string
  readonly published: number
  readonly letters: number
  readonly kept: number
}

/** Installs a service pack, or brings one that is installed up to the version that is there; all of it or nothing. */
export const bringInPack = operation({
  name: 'bringinpack',
  summary: 'Install or update a service pack',
  effect: 'write',
  permission: 'case-type.manage',
  isWebOnly: true,
  parameters: {
    pack: required(shortText, 'Pack'),
    teams: optional(teamPairs, 'Teams that stand for those of the pack'),
    replace: optional(flag, 'Replace what was changed here'),
    seen: optional(shortText, 'What was looked at'),
  },
  errors: [unknownPack],
  returns: reply<Brought>('bringinpackresponse', {
    version: 'version',
    published: 'published',
    letters: 'letters',
    kept: 'kept',
  }),
  examples: [{ Pack: 'members-enquiries', Replace: 'false' }],

  async handle({ input, db, actor, now, record }) {
    const { teams = {}, replace: isReplacing = false } = input
    const pack = await shippedPack(input.pack)
    const here = await packHere(db, pack)
    if (input.seen !== undefined && input.seen !== standingsOf(here))
      throw refused(['Something was changed meanwhile: look again. Nothing was done'])
    const work = here.installed ? updatePack : installPack
    const by = actorLabel(actor)
    const done = await work(db, pack, { teams, isReplacing, by, now })
    if ('faults' in done) throw refused(done.faults)
    for (const change of changesOf(done, here)) recordChange(db, change, { by, now })
    const { code, version, published, letters, kept } = done
    record(undefined, { pack: code, version, published, letters, kept })
    return {
      version,
      published: published.length,
      letters: letters.length,
      kept: kept.length,
    }
  },
})

const refused = (messages: readonly string[]): Refusal =>
  new Refusal(
    invalidInput,
    messages.map((message) => ({ parameter: '', kind: 'invalid', message })),
  )

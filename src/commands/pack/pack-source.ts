import {
  checkPack,
  readPackFolder,
  shippedPacks,
  type Pack,
  type TeamMap,
} from '#domain/packs/index.ts'
import { bulleted } from '#commands/case-type/case-type-files.ts'
import { CommandFault } from '#commands/fault.ts'
import { words } from '#commands/kinds.ts'
import { repeated, required } from '#commands/part.ts'
import { kind, type Kind } from '#kernel/kind.ts'

/** The operand that says which pack is meant. */
export const packOperand = {
  pack: required(words, {
    placeholder: 'PACK',
    meaning: 'The code of a pack that comes with Casewright, or the folder of another.',
  }),
}

const teamPair: Kind<readonly [string, string]> = kind({
  name: 'team for a team',
  schema: { type: 'string' },
  read(text) {
    const [, pack, own] = /^([\w-]+)=([\w-]+)$/.exec(text.trim()) ?? []
    return pack !== undefined && own !== undefined
      ? { value: [pack, own] as const }
      : { fault: 'must be a team of the pack and one of yours, such as REVIEWERS=APPEALS' }
  },
  good: ['REVIEWERS=APPEALS'],
  bad: ['', 'REVIEWERS', '=APPEALS', 'REVIEWERS='],
})

/** The option by which the organisation's teams stand for a pack's. */
export const teamOption = repeated(teamPair, {
  least: 0,
  placeholder: 'THEIRS=OURS',
  meaning: 'A team of the organisation that stands for one of the pack; others are made.',
})

/** Pairs of teams as a map. */
export const teamMapOf = (pairs: readonly (readonly [string, string])[]): TeamMap =>
  Object.fromEntries(pairs)

/** The folder that a code or a path means. */
async function folderOf(named: string): Promise<string> {
  return (await shippedPacks()).get(named) ?? named
}

/** What is wrong with a pack, and the pack where it can be read; throws CommandFault where there is none. */
export async function lookAtPack(
  named: string,
): Promise<{ readonly pack?: Pack; readonly faults: readonly string[] }> {
  const read = await readPackFolder(await folderOf(named)).catch(
    async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
      const known = [...(await shippedPacks()).keys()].join(', ')
      throw new CommandFault(`"${named}" is no folder and no pack; there are: ${known}.`)
    },
  )
  return 'pack' in read ? { pack: read.pack, faults: checkPack(read.pack) } : read
}

/** A pack that has no fault; throws CommandFault with all of them where it has. */
export async function soundPack(named: string): Promise<Pack> {
  const { pack, faults } = await lookAtPack(named)
  if (pack && faults.length === 0) return pack
  throw new CommandFault(`The pack ${named} is at fault. Mend this:\n${bulleted(faults)}`)
}

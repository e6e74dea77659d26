import { differences, isEqual, type Difference } from './differences.ts'
import type { PackCaseType } from './pack.ts'

/** How a case type or letter stands between what was installed, what is here now, and what the pack has. */
export type Standing =
  | 'same'
  | 'changed here'
  | 'changed in the pack'
  | 'changed in both'
  | 'new in the pack'
  | 'there before the pack'
  | 'removed here'
  | 'gone from the pack'

/** One case type or letter of a pack, compared. */
export interface ComparedItem {
  readonly kind: 'case type' | 'letter'
  readonly name: string
  readonly standing: Standing
  /** What was changed here since the pack was installed. */
  readonly here: readonly Difference[]
  /** What the pack has changed since the version that was installed. */
  readonly pack: readonly Difference[]
}

/** The case types and letters of a pack or an organisation, by name. */
export interface Holdings {
  readonly caseTypes: ReadonlyMap<string, unknown>
  readonly letters: ReadonlyMap<string, unknown>
}

interface GivenHoldings {
  readonly caseTypes: readonly PackCaseType[]
  readonly letters: readonly { readonly code: string }[]
}

/** What a pack or an organisation holds, by name. */
export const holdingsOf = ({ caseTypes, letters }: GivenHoldings): Holdings => ({
  caseTypes: new Map(caseTypes.map(({ name, definition }) => [name, definition])),
  letters: new Map(letters.map((letter) => [letter.code, letter])),
})

interface ThreeWays {
  readonly installed: unknown
  readonly here: unknown
  readonly pack: unknown
}

function standingOf({ installed, here, pack }: ThreeWays): Standing {
  if (pack === undefined) return 'gone from the pack'
  if (here === undefined) return installed === undefined ? 'new in the pack' : 'removed here'
  if (isEqual(here, pack)) return 'same'
  if (installed === undefined) return 'there before the pack'
  if (isEqual(here, installed)) return 'changed in the pack'
  return isEqual(installed, pack) ? 'changed here' : 'changed in both'
}

function compareItem(kind: ComparedItem['kind'], name: string, ways: ThreeWays): ComparedItem {
  const { installed = {}, here, pack } = ways
  const standing = standingOf(ways)
  const isTold = (changed: unknown): boolean => changed !== undefined && standing !== 'same'
  return {
    kind,
    name,
    standing,
    here: isTold(here) && ways.installed !== undefined ? differences(installed, here) : [],
    pack: isTold(pack) && ways.installed !== undefined ? differences(installed, pack) : [],
  }
}

interface Compared {
  /** What was installed; nothing where the pack is new. */
  readonly installed: Holdings | undefined
  readonly here: Holdings
  readonly pack: Holdings
}

/** Compares each case type and letter of a pack three ways, by name. */
export function comparePack({ installed, here, pack }: Compared): readonly ComparedItem[] {
  const itemsOf = (kind: ComparedItem['kind'], member: keyof Holdings) => {
    const names = new Set([...pack[member].keys(), ...(installed?.[member].keys() ?? [])])
    return [...names].map((name) =>
      compareItem(kind, name, {
        installed: installed?.[member].get(name),
        here: here[member].get(name),
        pack: pack[member].get(name),
      }),
    )
  }
  return [...itemsOf('case type', 'caseTypes'), ...itemsOf('letter', 'letters')]
}

/** The standings whose items an update takes from the pack without being told to replace what is here. */
const taken: readonly Standing[] = ['changed in the pack', 'new in the pack', 'removed here']
const contested: readonly Standing[] = ['changed here', 'changed in both', 'there before the pack']

/** Tells whether an update takes an item from the pack. */
export const isTaken = ({ standing }: ComparedItem, isReplacing: boolean): boolean =>
  taken.includes(standing) || (isReplacing && contested.includes(standing))

/** Tells whether an item stays as it is here although the pack has it otherwise. */
export const isKept = ({ standing }: ComparedItem, isReplacing: boolean): boolean =>
  !isReplacing && contested.includes(standing)

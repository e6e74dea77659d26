import { shortText } from '#kernel/kinds.ts'
import { optional, type Input } from '#kernel/parameters.ts'
import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { getOwner } from './owner-queries.ts'

/** The parameters that say who sees to something: a person, a team, or a person of a team. */
export const ownerParameters = {
  userName: optional(shortText, 'Person who sees to it'),
  teamCode: optional(shortText, 'Team that sees to it'),
}

/** Whoever is named to see to something, as it was sent. */
export type SentOwner = Input<typeof ownerParameters>

/** Whoever is named, by number; a person or team that is not there is a flaw of the field it was named in. */
export async function ownerOf(db: Reading, { userName, teamCode }: SentOwner) {
  const owner = await getOwner(db, { userName: userName ?? null, teamCode: teamCode ?? null })
  const flaws: Flaw[] = []
  if (userName !== undefined && owner.userId === null)
    flaws.push(flaw('UserName', 'Select a person from the list'))
  if (teamCode !== undefined && owner.teamId === null)
    flaws.push(flaw('TeamCode', 'Select a team from the list'))
  if (flaws.length > 0) throw new Refusal(invalidInput, flaws)
  return owner
}

/** Whoever is named; somebody must be. */
export async function someOwnerOf(db: Reading, sent: SentOwner) {
  const owner = await ownerOf(db, sent)
  if (owner.userId !== null || owner.teamId !== null) return owner
  const message = 'Select a person or a team'
  throw new Refusal(invalidInput, [{ parameter: 'UserName', kind: 'missing', message }])
}

const flaw = (parameter: string, message: string): Flaw => ({ parameter, kind: 'invalid', message })

import type { Figures } from './figures.ts'
import type { Contender } from './measure.ts'

/** What one contender came to in every round. */
export interface Rounds {
  readonly name: string
  readonly clients: number
  readonly rounds: readonly Figures[]
}

/**
 * Measures the contenders one after the other, round by round, so that whatever else the machine does meets all of
 * them; every other round goes backwards.
 */
export async function takeTurns(
  contenders: readonly Contender[],
  { clients, rounds, seconds }: { clients: number; rounds: number; seconds: number },
): Promise<readonly Rounds[]> {
  const all = contenders.map(({ name }) => ({ name, clients, rounds: [] as Figures[] }))
  const order = contenders.map((contender, at) => ({ contender, found: all[at]?.rounds ?? [] }))
  for (let round = 0; round < rounds; round++)
    for (const { contender, found } of round % 2 === 0 ? order : order.toReversed())
      found.push(await contender.run(clients, seconds))
  return all
}

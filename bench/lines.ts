import { figuresOf, median, medianFigures } from './figures.ts'
import type { Rounds } from './rounds.ts'

/** One thing that was measured: what it came to in each figure, by the name of the figure. */
export interface Line {
  readonly part: string
  readonly what: string
  readonly figures: Readonly<Record<string, number>>
  readonly aims: readonly Aim[]
}

/** What a figure is to come to. */
export interface Aim {
  readonly text: string
  readonly isMet: boolean
}

export const atLeast = (what: string, found: number, wanted: number): Aim => ({
  text: `${what} at least ${wanted}`,
  isMet: found >= wanted,
})
export const atMost = (what: string, found: number, wanted: number): Aim => ({
  text: `${what} at most ${wanted}`,
  isMet: found <= wanted,
})

type Found = Readonly<Record<string, number>>
type AimsOf = (found: Found) => readonly Aim[]

/** What `createcase` and the others are to come to, by word, number of clients and who calls. */
const aims: Readonly<Record<string, AimsOf>> = {
  'createcase 1': ({ p50 = NaN }) => [atMost('p50', p50, 5)],
  'createcase 8': ({ perSecond = NaN, ratio = NaN }) => [
    atLeast('a second', perSecond, 600),
    atLeast('of the floor', ratio, 0.5),
  ],
  'getcasedetails 8': ({ perSecond = NaN }) => [atLeast('a second', perSecond, 2000)],
  'getcasedetails 32': ({ perSecond = NaN }) => [atLeast('a second', perSecond, 2000)],
}

/** The medians of each contender, beside the floor's of the same rounds. */
export function callLines(word: string, all: readonly Rounds[]): readonly Line[] {
  return all.map((each) => {
    const { name, clients, rounds } = each
    const floor = all.find((other) => other.name === 'floor' && other.clients === clients)
    const ratios = rounds.map((own, at) => own.perSecond / (floor?.rounds[at]?.perSecond ?? NaN))
    const isFloor = each === floor
    const figures = { ...medianFigures(rounds), ...(isFloor ? {} : { ratio: median(ratios) }) }
    const aimsOf = isFloor ? undefined : aims[`${word} ${clients}`]
    return {
      part: word,
      what: `${name}, ${clients} client${clients === 1 ? '' : 's'}`,
      figures,
      aims: aimsOf?.(figures) ?? [],
    }
  })
}

/** What a case costs where there are many against where there are few. */
export function sizeLine(
  { few, many }: { few: number; many: number },
  [atFew, atMany]: readonly Rounds[],
): Line {
  const costs = atMany?.rounds.map(
    ({ perSecond }, at) => (atFew?.rounds[at]?.perSecond ?? NaN) / perSecond,
  )
  const cost = median(costs ?? [])
  const name = (count: number) => count.toLocaleString('en-GB')
  return {
    part: 'size',
    what: `createcase with ${name(many)} cases against ${name(few)}`,
    figures: { ...medianFigures(atMany?.rounds ?? []), ratio: cost },
    aims: [atMost('times the cost', cost, 1.2)],
  }
}

/** How long a page took whoever opened it, in milliseconds, and how many statements it sent. */
export function pageLine(what: string, times: readonly number[], statements: number): Line {
  const { p50, p95, p99 } = figuresOf(Float64Array.from(times), 1)
  return {
    part: 'pages',
    what,
    figures: { p50, p95, p99, statements },
    aims: [atMost('p50', p50, 60), atMost('p95', p95, 150)],
  }
}

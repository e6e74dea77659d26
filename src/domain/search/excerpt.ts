/** A piece of an excerpt: what fits the search is marked. */
export interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

/** Parts an excerpt at the marks that stand around what fits, U+0002 before and U+0003 after. */
export const excerptOf = (marked: string): readonly Piece[] =>
  marked
    .replaceAll(/\s+/g, ' ')
    .split('\u0002')
    .flatMap((part, at) => {
      const end = at === 0 ? -1 : part.indexOf('\u0003')
      return [
        { text: part.slice(0, Math.max(end, 0)), isMarked: true },
        { text: part.slice(end + 1).replaceAll('\u0003', ''), isMarked: false },
      ]
    })
    .filter(({ text }) => text !== '')

import { kind, type Kind } from '#kernel/kind.ts'

/** Several values of a kind, one on each line: what is chosen where more than one may be. */
export const several = <T>(of: Kind<T>): Kind<readonly T[]> =>
  kind({
    name: `${of.name}, one on each line`,
    schema: { type: 'string' },
    read(text) {
      const values: T[] = []
      for (const line of linesOf(text)) {
        const result = of.read(line)
        if ('fault' in result) return result
        values.push(result.value)
      }
      return { value: values }
    },
    good: [...of.good.flatMap(linesOf), of.good.join('\n')],
    bad: of.bad,
  })

const linesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '')

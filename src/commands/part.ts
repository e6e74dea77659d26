import type { Kind } from '#kernel/kind.ts'

/** What reading a part came to. The fault completes the sentence "--name …" or "NAME …". */
export type PartResult<T> = { readonly value: T } | { readonly fault: string }

/** One operand or option of a command: how often it stands, what it means, how its texts are read. */
export interface Part<T> {
  readonly arity: 'one' | 'many' | 'flag'
  readonly isRequired: boolean
  /** What stands for the value in help, such as `NAME`. */
  readonly placeholder: string
  readonly meaning: string
  readonly read: (texts: readonly string[]) => PartResult<T>
}

export type Parts = Readonly<Record<string, Part<unknown>>>

/** The values of parts, by name. */
export type Given<P extends Parts> = {
  readonly [K in keyof P]: P[K] extends Part<infer T> ? T : never
}

interface Wording {
  readonly placeholder: string
  readonly meaning: string
}

const last = <T>(kind: Kind<T>, texts: readonly string[]): PartResult<T> =>
  kind.read(texts.at(-1) ?? '')

/** A part that must be there. */
export const required = <T>(kind: Kind<T>, wording: Wording): Part<T> =>
  Object.freeze({
    arity: 'one',
    isRequired: true,
    ...wording,
    read: (texts: readonly string[]): PartResult<T> =>
      texts.length === 0 ? { fault: 'is missing' } : last(kind, texts),
  })

/** A part that may be left out. */
export const optional = <T>(kind: Kind<T>, wording: Wording): Part<T | undefined> =>
  Object.freeze({
    arity: 'one',
    isRequired: false,
    ...wording,
    read: (texts: readonly string[]): PartResult<T | undefined> =>
      texts.length === 0 ? { value: undefined } : last(kind, texts),
  })

/** A part that may stand several times, at least so often as is said. */
export const repeated = <T>(
  kind: Kind<T>,
  { least, ...wording }: Wording & { readonly least: 0 | 1 },
): Part<readonly T[]> =>
  Object.freeze({
    arity: 'many',
    isRequired: least > 0,
    ...wording,
    read: (texts: readonly string[]): PartResult<readonly T[]> => {
      if (texts.length < least) return { fault: 'is missing' }
      const values: T[] = []
      for (const text of texts) {
        const result = kind.read(text)
        if ('fault' in result) return result
        values.push(result.value)
      }
      return { value: values }
    },
  })

/** An option without a value: there or not. */
export const flag = (meaning: string): Part<boolean> =>
  Object.freeze({
    arity: 'flag',
    isRequired: false,
    placeholder: '',
    meaning,
    read: (texts: readonly string[]): PartResult<boolean> => ({ value: texts.length > 0 }),
  })

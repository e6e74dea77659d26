/** SQL whose values are kept apart from its text: a value stands between each text and the next. */
export interface Sql {
  readonly texts: readonly string[]
  readonly values: readonly string[]
}

const plain = (text: string): Sql => Object.freeze({ texts: [text], values: [] })

/** SQL that is part of the program, or made of such parts; never what anybody sent. */
export const trusted = plain

function append(left: Sql, right: Sql): Sql {
  const seam = `${left.texts.at(-1) ?? ''}${right.texts[0] ?? ''}`
  return Object.freeze({
    texts: [...left.texts.slice(0, -1), seam, ...right.texts.slice(1)],
    values: [...left.values, ...right.values],
  })
}

/** SQL written as a template: fragments are joined in, strings become values (cast them where they stand). */
export function sql(texts: TemplateStringsArray, ...parts: readonly (Sql | string)[]): Sql {
  return parts.reduce<Sql>(
    (whole, part, at) => {
      const fragment = typeof part === 'string' ? { texts: ['', ''], values: [part] } : part
      return append(append(whole, fragment), plain(texts[at + 1] ?? ''))
    },
    plain(texts[0] ?? ''),
  )
}

/** Fragments one after another with the separator between them. */
export const joinSql = (parts: readonly Sql[], separator: string): Sql =>
  parts.reduce<Sql>(
    (whole, part, at) => append(at === 0 ? whole : append(whole, plain(separator)), part),
    plain(''),
  )

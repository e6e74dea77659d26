/** Text in which what stands between backquotes is code, and `[words](#place)` a link within the page. */
export type Prose = string

/** One piece of a chapter. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: Prose }
  | { readonly kind: 'list'; readonly items: readonly Prose[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly Prose[])[]
    }
  | { readonly kind: 'code'; readonly language: 'sh' | 'json'; readonly text: string }

/** A heading, what stands below it, and the chapters within. */
export interface Chapter {
  /** The name of its place in the page, for links. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
  readonly chapters?: readonly Chapter[]
}

export const paragraph = (text: Prose): Block => ({ kind: 'paragraph', text })

export const list = (...items: readonly Prose[]): Block => ({ kind: 'list', items })

export const table = (head: readonly string[], rows: readonly (readonly Prose[])[]): Block => ({
  kind: 'table',
  head,
  rows,
})

export const code = (language: 'sh' | 'json', text: string): Block => ({
  kind: 'code',
  language,
  text,
})

/** A text as code within prose. */
export const inCode = (text: string): Prose => `\`${text}\``

/** A stretch of prose that is shown in one manner. */
export interface ProsePart {
  readonly text: string
  readonly isCode: boolean
  /** The place in the page that it leads to. */
  readonly place?: string
}

/** Prose cut into what is code, what is a link and what is neither. */
export const partsOf = (prose: Prose): readonly ProsePart[] =>
  prose
    .split('`')
    .flatMap((text, index) => (index % 2 === 1 ? [{ text, isCode: true }] : linksOf(text)))
    .filter(({ text }) => text !== '')

// what a pattern with two groups splits off comes in threes: before, words, place
const linksOf = (prose: string): readonly ProsePart[] =>
  prose.split(/\[([^\]]+)\]\(#([a-z-]+)\)/).flatMap((text, index, all) => {
    if (index % 3 === 2) return []
    const place = index % 3 === 1 ? all[index + 1] : undefined
    return [{ text, isCode: false, ...(place === undefined ? {} : { place }) }]
  })

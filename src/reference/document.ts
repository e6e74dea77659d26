/** Text in which what stands between backquotes is code. */
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

/** Prose cut into what is code and what is not. */
export const partsOf = (
  prose: Prose,
): readonly { readonly text: string; readonly isCode: boolean }[] =>
  prose
    .split('`')
    .map((text, index) => ({ text, isCode: index % 2 === 1 }))
    .filter(({ text }) => text !== '')

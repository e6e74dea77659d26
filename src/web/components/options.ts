import { html, joined } from '#web/layout/html.ts'
import type { Html, Interpolation } from '#web/layout/html.ts'

/** Options that may be left out, each also by naming it as undefined. */
export type Options<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** What a component shows: markup where given, else text. */
export type Content = Options<{ text: string | number; html: Html }>

/** Further attributes of an element; those that are undefined or null are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** What nearly every component takes. */
export type Styled = Options<{ classes: string; attributes: Attributes }>

/** Gives what a component shows: its markup, else its text. */
export const content = (given: Content | undefined): Interpolation => given?.html ?? given?.text

/** Says whether there is anything to show. */
export const hasContent = (given: Content | undefined): boolean =>
  given?.html !== undefined || (given?.text !== undefined && given.text !== '')

/** Joins the class names that are there. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')

/** Gives attributes as markup, to stand in a tag. */
export const attributes = (given: Attributes | undefined): Html =>
  joined(
    Object.entries(given ?? {})
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => html` ${name}="${String(value)}"`),
  )

/** Gives texts that a component's script translates as attributes (`data-i18n.…`). */
export const translations = (key: string, texts: string | Attributes | undefined): Attributes => {
  if (texts === undefined || typeof texts === 'string') return { [`data-i18n.${key}`]: texts }
  return Object.fromEntries(
    Object.entries(texts).map(([rule, text]) => [`data-i18n.${key}.${rule}`, text]),
  )
}

const markup = Symbol('markup')

/** Markup that is safe to send; only `html` and `rawHtml` make it. */
export type Html = { readonly [markup]: string }

/** What may stand in a template: markup passes, text and numbers are escaped, lists are joined, the rest vanishes. */
export type Interpolation =
  Html | string | number | bigint | false | null | undefined | readonly Interpolation[]

/** Template tag: gives markup in which every interpolated value that is not markup itself is escaped. */
export const html = (texts: TemplateStringsArray, ...values: readonly Interpolation[]): Html => {
  let whole = texts[0] ?? ''
  for (let index = 0; index < values.length; index += 1) {
    whole += toMarkup(values[index]) + (texts[index + 1] ?? '')
  }
  return made(whole)
}

/** The one door for markup that was not written with `html`: takes it as it is, escaped by nobody. */
export const rawHtml = (trusted: string): Html => made(trusted)

/** Gives the text of markup, to be sent. */
export const render = (page: Html): string => page[markup]

/** Joins lists of values into one piece of markup. */
export const joined = (values: readonly Interpolation[]): Html => made(toMarkup(values))

const made = (text: string): Html => Object.freeze({ [markup]: text })

const toMarkup = (value: Interpolation): string => {
  if (typeof value === 'string') return escaped(value)
  if (value === undefined || value === null || value === false) return ''
  if (typeof value !== 'object') return escaped(String(value))
  if (isList(value)) return value.map(toMarkup).join('')
  return isHtml(value) ? value[markup] : escaped(String(value))
}

const isList = (value: object): value is readonly Interpolation[] => Array.isArray(value)

const isHtml = (value: object): value is Html => Object.hasOwn(value, markup)

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const unsafe = /[&<>"']/
const everyUnsafe = /[&<>"']/g

const escaped = (text: string): string =>
  unsafe.test(text) ? text.replace(everyUnsafe, (character) => escapes[character] ?? '') : text

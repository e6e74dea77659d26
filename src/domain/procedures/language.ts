import { isAmong, type Language } from './surroundings.ts'

const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
const isCode = (text: string): boolean => /^[a-z]{2}$/i.test(text.trim())
const nameOfCode = (text: string): string | undefined =>
  isCode(text) ? english.of(text.trim().toLowerCase()) : undefined

/** Are two texts the same language, each written as its code, its English name, or as the list calls it? */
export const isSameLanguage = (
  one: string,
  other: string,
  list: readonly Language[] = [],
): boolean => {
  const names = namesOf(one, list)
  return namesOf(other, list).some((name) => isAmong(names, name))
}

function namesOf(text: string, list: readonly Language[]): readonly string[] {
  const listed = list
    .map(({ value, label }) => [value, label ?? value])
    .filter((names) => isAmong(names, text))
  const all = [text, ...listed.flat()]
  return [...all, ...all.flatMap((each) => nameOfCode(each) ?? [])]
}

/** Is there such a language: in the list, or where that is empty by its code or its English name? */
export const isLanguage = (text: string, list: readonly Language[]): boolean =>
  list.length > 0
    ? list.some(({ value }) => isSameLanguage(value, text, list))
    : nameOfCode(text) !== undefined || isAmong(englishNames(), text)

const letters = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(97 + at))
const englishNames = (): readonly string[] =>
  letters.flatMap((first) => letters.flatMap((second) => nameOfCode(`${first}${second}`) ?? []))

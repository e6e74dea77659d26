import { keptName } from './receive-file.ts'

const endingOf = (name: string): string => /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? ''

/** The name that somebody gives a document: with the ending it had, which says with what it opens. */
export const renamed = (name: string, before: string): string => {
  const ending = endingOf(before)
  const isEnded = ending === '' || name.trim().toLowerCase().endsWith(ending.toLowerCase())
  return keptName(isEnded ? name : `${name.trim()}${ending}`)
}

/** The name of a document with a new content: the one it has, unless what came is of another ending. */
export const nameOfVersion = (name: string, before: string): string =>
  ['', endingOf(name).toLowerCase()].includes(endingOf(before).toLowerCase()) ? before : name

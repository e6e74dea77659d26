import type { EventKind } from '#domain/events/index.ts'

/** What happened to a case as its history keeps it. */
export interface Happening {
  readonly kind: string
  readonly particulars: Readonly<Record<string, unknown>>
}

/** What stages, dates and fields of a case are called. */
export interface Names {
  readonly stage: (code: string) => string
  readonly deadline: (code: string) => string
  readonly field: (id: string) => string
  readonly event: (name: string) => string
  readonly team: (code: string) => string
  readonly person: (userName: string) => string
}

/** By what a timeline can be narrowed down. */
export const groups = [
  'notes',
  'documents',
  'letters',
  'details',
  'progress',
  'dates',
  'tasks',
  'assignment',
  'answers',
  'points',
  'information',
  'linked cases',
  'access',
] as const

export type Group = (typeof groups)[number]

/** A kind of event: the group it belongs to, and how it is told. */
export interface Telling {
  readonly group: Group
  readonly title: (told: Particulars, names: Names) => string
}

/** The particulars of an event, read as text; what is not there is empty. */
export type Particulars = (name: string) => string

/** Reads particulars as text. */
export const particularsOf =
  (particulars: Happening['particulars']): Particulars =>
  (name) => {
    const value = particulars[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }

/** A kind of event that is told in the same words whatever its particulars. */
export const plain = (group: Group, title: string): Telling => ({ group, title: () => title })

/** A kind of event whose words end in one of its particulars, where that is there. */
export const ending = (group: Group, title: string, name: string): Telling => ({
  group,
  title: (told) => (told(name) === '' ? title : `${title}: ${told(name)}`),
})

/** A kind of event about something with a number, such as "Point 2 added". */
export const numbered = (group: Group, [noun, name, verb]: readonly string[]): Telling => ({
  group,
  title: (told) => [noun, told(name ?? ''), verb].filter((word) => word !== '').join(' '),
})

export type Tellings = Readonly<Record<EventKind, Telling>>

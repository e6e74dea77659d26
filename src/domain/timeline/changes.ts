import { findDay, inWords, isoOf } from '#domain/calendar/index.ts'
import type { CaseType } from '#domain/case-types/index.ts'
import type { Happening, Names } from './happening.ts'

/** What something was before and is now; null where it was or is empty. */
export interface Change {
  readonly what: string
  readonly from: string | null
  readonly to: string | null
  /** Is it such that a history must not repeat it? */
  readonly isKeptBack: boolean
}

/** What an event changed: fields, and dates that moved with it. */
export function changesOf(happening: Happening, names: Names, type: CaseType): readonly Change[] {
  return [
    ...fieldChanges(happening, names, type),
    ...ownChange(happening),
    ...moves(happening, names),
  ]
}

function fieldChanges(
  { kind, particulars }: Happening,
  names: Names,
  { fields }: CaseType,
): readonly Change[] {
  if (kind !== 'detailsChanged' && kind !== 'caseUpdated') return []
  const changes = recordIn(particulars['changes'])
  const sensitive = new Set(fields.filter(({ isSensitive }) => isSensitive).map(({ id }) => id))
  const changed = listIn(particulars['fields'] ?? particulars['attributes'])
  return changed.map((id) => {
    const told = sensitive.has(fieldIdOf(id)) ? undefined : changes[id]
    const what = names.field(fieldIdOf(id))
    return told === undefined
      ? { what, from: null, to: null, isKeptBack: true }
      : { what, ...bothSides(recordIn(told), 'from', 'to'), isKeptBack: false }
  })
}

/** `CaseDetailsComplaint.Finding` → `Finding`: how the interface names a field of a form. */
const fieldIdOf = (attribute: string): string => attribute.replace(/^CaseDetails[^.]*\./, '')

const fromTo: Readonly<Record<string, string>> = { caseRated: 'Rating', accountSet: 'Account' }

/** What an event is itself about. */
function ownChange({ kind, particulars }: Happening): readonly Change[] {
  if (kind === 'externalReferenceSet') {
    const sides = bothSides(particulars, 'from', 'externalId')
    return [{ what: 'External reference', ...sides, isKeptBack: false }]
  }
  if (kind === 'documentAmended') return describedAnew(particulars)
  if (kind === 'caseRecategorised') return retyped(particulars, 'Type')
  if (kind === 'caseMovedToVersion') return retyped(particulars, 'Version of the case type')
  const what = fromTo[kind]
  if (what !== undefined)
    return [{ what, ...bothSides(particulars, 'from', 'to'), isKeptBack: false }]
  if (kind !== 'receiptCorrected') return []
  return [{ what: 'Received', ...bothSides(particulars, 'before', 'after'), isKeptBack: false }]
}

const describedAnew = (particulars: Happening['particulars']): readonly Change[] =>
  Object.entries(recordIn(particulars['changes'])).map(([what, change]) => ({
    what,
    ...bothSides(recordIn(change), 'from', 'to'),
    isKeptBack: false,
  }))

/** Another type: its stages and target, and the answers that no field holds any more. */
function retyped(particulars: Happening['particulars'], type: string): readonly Change[] {
  const lost = recordsIn(particulars['kept']).map((each) => ({
    what: textIn(each['label']) ?? '',
    from: inDays(textIn(each['value'])),
    to: null,
    isKeptBack: false,
  }))
  const removed = listIn(particulars['removed']).map((what) => ({
    what,
    from: null,
    to: null,
    isKeptBack: true,
  }))
  const sides = [
    { what: type, ...bothSides(particulars, 'from', 'to'), isKeptBack: false },
    { what: 'Stage', ...bothSides(particulars, 'stagesLeft', 'stagesBegun'), isKeptBack: false },
    {
      what: 'Target date',
      ...bothSides(particulars, 'targetBefore', 'targetAfter'),
      isKeptBack: false,
    },
  ]
  return [...sides.filter(({ from, to }) => from !== to), ...lost, ...removed]
}

function moves({ particulars }: Happening, names: Names): readonly Change[] {
  return recordsIn(particulars['dates'] ?? particulars['moves'])
    .filter(({ before, after }) => before !== after)
    .map((move) => ({
      what: names.deadline(textIn(move['code']) ?? ''),
      ...bothSides(move, 'before', 'after'),
      isKeptBack: false,
    }))
}

const bothSides = (told: Readonly<Record<string, unknown>>, from: string, to: string) => ({
  from: inDays(textIn(told[from])),
  to: inDays(textIn(told[to])),
})

const inDays = (text: string | null): string | null => {
  const written = /^\d{4}-\d\d-\d\d/.exec(text ?? '')?.[0]
  const day = written === undefined ? undefined : findDay(written)
  return day === undefined || (text ?? '').length > 25 ? text : inWords(isoOf(day))
}

const textIn = (value: unknown): string | null =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null

const recordIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

const recordsIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.map((each: unknown) => recordIn(each)) : []

const listIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []

import type { CaseType } from '#domain/case-types/index.ts'
import { eventKinds, type EventKind } from '#domain/events/index.ts'
import { changesOf } from './changes.ts'
import { particularsOf, type Names } from './happening.ts'
import type { listHappenings } from './queries.ts'
import { tellings } from './tellings.ts'

type Listed = Awaited<ReturnType<typeof listHappenings>>[number]

/** An event of a case in words: its title, the text it carries, what it changed, who and when. */
export const toldEntry = (happening: Listed, names: Names, type: CaseType) => {
  const { eventId, kind, particulars, actor, at, otherCaseId } = happening
  const told = particularsOf(particulars)
  return {
    eventId,
    kind,
    title: isKnown(kind) ? tellings[kind].title(told, names) : kind,
    actor,
    at,
    text: textOf(happening, told('reason')),
    noteKind: happening.noteKind,
    isVisibleToCustomer: happening.isNoteVisibleToCustomer === true,
    documentId: happening.documentId,
    documentName: happening.documentName,
    otherCaseId,
    changes: changesOf(happening, names, type),
  }
}

/** Is it to be told? That a case hangs together with one that the reader may not know of says that there is one. */
export const isToTell = ({ kind, otherCaseId }: Pick<Listed, 'kind' | 'otherCaseId'>): boolean =>
  otherCaseId !== null ||
  !isKnown(kind) ||
  // the status of a case that went into another says as much
  kind === 'caseMerged' ||
  tellings[kind].group !== 'linked cases'

const isKnown = (kind: string): kind is EventKind => eventKinds.some((known) => known === kind)

// why somebody is let in or kept out is for those who decide that
const textOf = ({ note, kind, otherCaseId }: Listed, reason: string): string | null => {
  if (isKnown(kind) && tellings[kind].group === 'access') return null
  // why a case went into one that the reader may not know of can say what that is about
  if (kind === 'caseMerged' && otherCaseId === null) return null
  return note ?? (reason === '' ? null : reason)
}

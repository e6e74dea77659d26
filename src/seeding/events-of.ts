import type { CaseFile, DemoEvent } from '#seeding/generating/case-file.ts'

/** The history of a case, oldest first, with the thing that each event is about. */
export function eventsOf(file: CaseFile): readonly DemoEvent[] {
  const { theCase, notes, tasks, actions, documents, clockEvents } = file
  const { caseId } = theCase
  const of = { caseId, particulars: {} }
  const events: DemoEvent[] = [
    { ...of, kind: 'caseOpened', actor: theCase.createdBy, occurredAt: theCase.createdAt },
    ...notes.map((note) => ({
      ...of,
      kind: 'noteAdded' as const,
      actor: note.author,
      occurredAt: note.addedAt,
      of: note,
    })),
    ...documents.map((document) => ({
      ...of,
      kind: 'documentAdded' as const,
      actor: document.author,
      occurredAt: document.documentAt,
      of: document,
    })),
    ...actions.map((action) => ({
      ...of,
      kind: 'formFiled' as const,
      particulars: { form: action.form },
      actor: action.submittedBy,
      occurredAt: action.submittedAt,
      of: action,
    })),
    ...clockEvents.map(({ name, happenedOn, recordedBy, recordedAt }) => ({
      ...of,
      kind: 'clockEventRecorded' as const,
      particulars: { event: name, on: happenedOn },
      actor: recordedBy,
      occurredAt: recordedAt,
    })),
    ...tasks.flatMap((task) => tellTask(task)),
  ]
  return events.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())
}

function tellTask(task: CaseFile['tasks'][number]): readonly DemoEvent[] {
  const { caseId, code, title, completedAt, completedBy } = task
  if (completedAt === null || completedBy === null) return []
  const particulars = { code, title }
  const actor = completedBy
  return [{ caseId, kind: 'taskCompleted', particulars, actor, occurredAt: completedAt, of: task }]
}

import { Readable } from 'node:stream'
import type { StoredContent } from '#platform/files/document-store.ts'
import type { Writing } from '#platform/statement.ts'
import type { CaseFile } from '#seeding/generating/case-file.ts'
import { eventsOf } from './events-of.ts'
import { bytesOf, type Paper } from '#seeding/generating/paper.ts'
import * as queries from './queries.ts'
import { numbersFor, sought, type Storing } from './storing.ts'

/** What has been stored, with the number that events name it by. */
export type Stored = ReadonlyMap<object, Readonly<Record<string, number>>>

/** Writes tasks, and the forms that have completed some of them. */
export async function storeTasks(
  caseFiles: readonly CaseFile[],
  { db, numbers }: Storing,
): Promise<readonly Stored[]> {
  const tasks = caseFiles.flatMap((file) => file.tasks)
  const taskIds = await numbersFor(db, 'tasks task_id', tasks)
  await queries.insertTasks(
    db,
    caseFiles.flatMap(({ theCase: { team, assignedTo }, tasks: own }) =>
      own.map((task) => ({
        ...task,
        taskId: sought(taskIds, task),
        teamId: sought(numbers.teamIds, team),
        assignedUserId: assignedTo === null ? null : sought(numbers.userIds, assignedTo),
      })),
    ),
  )
  const actions = caseFiles.flatMap((file) => file.actions)
  const actionIds = await numbersFor(db, 'case_actions action_id', actions)
  await queries.insertActions(
    db,
    caseFiles.flatMap(({ tasks: own, actions: filed }) =>
      filed.map((action) => {
        const done = own.find(({ code }) => code === action.task)
        const taskId = done ? sought(taskIds, done) : null
        return { ...action, taskId, actionId: sought(actionIds, action) }
      }),
    ),
  )
  return [
    new Map([...taskIds].map(([task, taskId]) => [task, { taskId }])),
    new Map([...actionIds].map(([action, actionId]) => [action, { actionId }])),
  ]
}

/** Writes documents, their content first: a row never names what is not there. */
export async function storeDocuments(
  caseFiles: readonly CaseFile[],
  storing: Storing,
): Promise<Stored> {
  const { db } = storing
  const all = caseFiles.flatMap((file) => file.documents)
  const documentIds = await numbersFor(db, 'documents document_id', all)
  const contents = await storePapers(
    all.flatMap(({ paper }) => (paper ? [paper] : [])),
    storing,
  )
  await queries.insertDocuments(
    db,
    caseFiles.flatMap(({ documents }) =>
      documents.map((document, position) => {
        const content = document.paper && sought(contents, keyOf(document.paper))
        return {
          ...document,
          position,
          documentId: sought(documentIds, document),
          contentHash: content?.hash ?? null,
          contentSize: content?.size ?? null,
        }
      }),
    ),
  )
  return new Map([...documentIds].map(([document, documentId]) => [document, { documentId }]))
}

const mostBytes = 1_000_000
const keyOf = (paper: Paper): string => JSON.stringify(paper)

/** Stores each paper once, however many cases hold it. */
async function storePapers(papers: readonly Paper[], { db, documents }: Storing) {
  const distinct = new Map(papers.map((paper) => [keyOf(paper), paper]))
  const stored = await Promise.all(
    [...distinct].map(async ([key, paper]) => {
      const content = Readable.from([await bytesOf(paper)])
      const kept = await documents.put(db.organisationId, content, { maxBytes: mostBytes })
      return [key, kept] as const
    }),
  )
  return new Map<string, StoredContent>(stored)
}

/** Writes the histories of all cases in the order in which things happened. */
export const storeEvents = (caseFiles: readonly CaseFile[], stored: Stored, db: Writing) =>
  queries.insertEvents(
    db,
    caseFiles
      .flatMap(eventsOf)
      .toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())
      .map(({ of, particulars, ...event }) => ({
        ...event,
        particulars: { ...(of ? stored.get(of) : {}), ...particulars },
      })),
  )

import { caseReference } from '#domain/access/index.ts'
import { caseTypeVersion } from '#domain/case-types/index.ts'
import { eventKinds } from '#domain/events/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { choice, integer, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { groups, type Group } from './happening.ts'
import { getVersion, listActors, listHappenings } from './queries.ts'
import { namesInHistory } from './names-in-history.ts'
import { isToTell, toldEntry } from './told-entry.ts'
import { tellings } from './tellings.ts'

const pageLength = 50
const last = Number.MAX_SAFE_INTEGER

/** What happened to a case, the newest first, page by page: who, when and what, and what it changed from and to. */
export const getTimeline = operation({
  name: 'gettimeline',
  summary: 'Show what happened to a case',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.view',
  subject: 'case',
  parameters: {
    case: caseReference,
    kind: optional(choice(...groups), 'Kind of event'),
    by: optional(shortText, 'Who did it'),
    after: optional(integer({ min: 1, max: last }), 'Where the page before ended'),
  },
  errors: [unknownCase],
  returns: 'content',
  examples: [{ CaseId: '1001' }, { CaseId: '1001', Kind: 'notes', By: 'Okafor, Ife' }],

  async handle({ input, db, actor, subject: { caseId } }) {
    const asked = {
      caseId,
      before: input.after ?? last,
      kinds: kindsIn(input.kind),
      actor: input.by ?? null,
      limit: pageLength + 1,
    }
    const [entries, actors] = await Promise.all([
      toldHappenings(db, actor, asked),
      listActors(db, { caseId }),
    ])
    const page = entries.slice(0, pageLength)
    return {
      caseId,
      entries: page.filter(isToTell),
      next: entries.length > pageLength ? page.at(-1)?.eventId : undefined,
      actors: actors.map((each) => each.actor),
    }
  },
})

const kindsIn = (group: Group | undefined): readonly string[] =>
  group === undefined ? [] : eventKinds.filter((kind) => tellings[kind].group === group)

/** Which events are wanted, and how many at most. */
export type Wanted = Omit<
  Parameters<typeof listHappenings>[1],
  'seesDocuments' | 'seesConfidential'
>

/** Events of a case in words, as somebody may read them; some may not be told: see isToTell. */
export async function toldHappenings(db: Reading, { permissions }: Actor, wanted: Wanted) {
  const [happenings, version] = await Promise.all([
    listHappenings(db, {
      ...wanted,
      seesDocuments: permissions.has('case.document.view'),
    }),
    getVersion(db, { caseId: wanted.caseId }),
  ])
  const type = await caseTypeVersion(db, version)
  const names = await namesInHistory(db, type, happenings)
  return happenings.map((happening) => toldEntry(happening, names, type))
}

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { fileForm, type NewDocument } from './index.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
})
after(() => stage.close())

const document = (position: number, over: Partial<NewDocument> = {}): NewDocument => ({
  position,
  name: `photo ${position}.png`,
  mediaType: 'image/png',
  url: `http://files.example/${position}`,
  isUrlPublic: false,
  loadsContent: false,
  category: null,
  isInSummary: false,
  ...over,
})

test('documents wait to be fetched, unless their address is open and only the address is wanted', async () => {
  const documents = [
    document(2),
    document(3, { isUrlPublic: true }),
    document(5, { isUrlPublic: true, loadsContent: true, mediaType: null, isInSummary: true }),
  ]
  const form = { id: 'F', synonym: 'F', label: 'F', fields: [], isAmendment: false }
  const filing = { caseId: 700123, form, raw: new Map(), submittedBy: 'Website' }
  const { documentIds } = await stage.test.database.write(stage.organisationId, (db) =>
    fileForm(db, { ...filing, documents, now: stage.clock.now() }),
  )
  const stored = await stage.rows(
    `select document_id::int as id, position, name, state, is_in_summary as "isInSummary", author
     from documents where organisation_id = $1 and case_id = $2 order by position`,
    700123,
  )
  assert.deepEqual(
    stored.map(({ position, name, state, isInSummary, author }) => [
      position,
      name,
      state,
      isInSummary,
      author,
    ]),
    [
      [2, 'photo 2.png', 'pending', false, 'Website'],
      [3, 'photo 3.png', 'link', false, 'Website'],
      [5, 'photo 5.png', 'pending', true, 'Website'],
    ],
  )
  assert.deepEqual(
    documentIds,
    stored.map(({ id }) => id),
  )
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { barPerson } from '#domain/access/index.ts'
import { addCaseNote, getCaseOverview } from '#domain/notes/index.ts'
import { actorWith } from '#test/fixture.ts'
import { movingStage, type MovingStage } from '#test/moving-stage.ts'
import { splitCase } from './index.ts'

const lamp = {
  name: 'Lamp',
  label: 'Lamp',
  team: 'ROADS',
  fields: [
    { id: 'Details', label: 'Which lamp', kind: 'long text' },
    { id: 'Post', label: 'Number of the post', kind: 'number' },
  ],
  procedure: {
    stages: [
      {
        code: 'repair',
        name: 'Repair',
        status: 'In repair',
        deadlines: [{ code: 'mend', target: { days: 5 }, from: 'received', isTarget: true }],
        outcomes: [{ code: 'done', label: 'Done', leadsTo: 'closure' }],
      },
    ],
  },
}

let stage: MovingStage
before(async () => {
  stage = await movingStage()
  await stage.publish(lamp)
})
after(() => stage.close())

const Reason = 'Two matters'
const split = async (caseId: number, sent: Readonly<Record<string, string>>) =>
  (
    (await stage.act(splitCase, { CaseId: caseId, Type: 'Lamp', Reason, ...sent })) as {
      otherCase: number
    }
  ).otherCase
const addNote = async (caseId: number, Notes: string) => {
  await stage.perform(addCaseNote, { CaseId: String(caseId), Notes, Type: 'General' })
  const [row] = await stage.rows(
    `select max(note_id) as id from notes where organisation_id = $1 and case_id = $2`,
    caseId,
  )
  return Number(row?.['id'])
}

test('a case is opened out of another with what was chosen, a type and a clock of its own, each naming the other', async () => {
  const sent = { Details: 'Mould, and a lamp', Finding: 'x', 'Customer.Surname': 'Okafor' }
  const caseId = await stage.open({ RequestDate: '2026-03-09', ...sent })
  const [taken] = [await addNote(caseId, 'The lamp is dark'), await addNote(caseId, 'Mould')]
  const [document] = await stage.rows(
    `insert into documents (organisation_id, case_id, name, state, content_hash, content_size,
       is_self_service, document_at, author)
     values ($1, $2, 'Lamp.pdf', 'stored', 'abc', 3, true, '2026-03-10', 'Website')
     returning document_id as id`,
    caseId,
  )
  const papers = { [`Note.${taken}`]: 'yes', [`Document.${String(document?.['id'])}`]: 'yes' }
  const other = await split(caseId, { Received: 'same', ...papers })
  const theCase = await stage.theCase(other)
  assert.equal(Number(theCase['parent_case_id']), caseId)
  assert.deepEqual(theCase['attributes'], { Details: 'Mould, and a lamp' })
  assert.equal(theCase['status'], 'In repair')
  assert.deepEqual(
    (await stage.stagesOf(other)).map(({ code, due }) => [code, due]),
    [['repair', '2026-03-16']],
  )
  const shown = (await stage.perform(getCaseOverview, { CaseId: String(other) })) as Awaited<
    ReturnType<(typeof getCaseOverview)['handle']>
  >
  assert.deepEqual(
    shown.notes.map(({ body, author }) => [body, author]),
    [['The lamp is dark', 'Website']],
  )
  assert.deepEqual(
    shown.documents?.map(({ name, size, isSelfService }) => [name, size, isSelfService]),
    [['Lamp.pdf', 3, false]],
  )
  assert.equal(shown.mainParty, 'Okafor')
  assert.deepEqual((await stage.lastEvent(caseId))['particulars'], {
    otherCase: other,
    reason: Reason,
  })
  assert.equal((await stage.theCase(caseId))['status'], 'At stage 1')
})

test('its clock can begin today, and what belongs to another case is not copied', async () => {
  const [caseId, another] = [await stage.open({ RequestDate: '2026-03-02' }), await stage.open()]
  const note = await addNote(another, 'Not of this case')
  const other = await split(caseId, { Received: 'today', [`Note.${note}`]: 'yes' })
  assert.deepEqual(
    (await stage.stagesOf(other)).map(({ due }) => due),
    ['2026-03-20'],
  )
  const notes = await stage.rows(
    `select 1 from notes where organisation_id = $1 and case_id = $2`,
    other,
  )
  assert.deepEqual(notes, [])
})

test('whoever is barred from a case is barred from what is split off, and not everybody may split', async () => {
  const caseId = await stage.open()
  const colleague = { ...stage.actor('administrator'), id: await stage.somebodyElse() }
  await stage.act(barPerson, { CaseId: caseId, UserName: 'sdee', Reason: 'A cousin' }, colleague)
  const sent = { CaseId: caseId, Type: 'Lamp', Reason, Received: 'same' }
  const { otherCase } = (await stage.act(splitCase, sent, colleague)) as { otherCase: number }
  assert.equal((await stage.theCase(otherCase))['has_bars'], true)
  const actor = { ...actorWith(stage.organisationId, ['case.update']), id: colleague.id }
  await assert.rejects(stage.act(splitCase, sent, actor), {
    message: 'You do not have permission to do this',
  })
})

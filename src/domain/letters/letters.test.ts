import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { getCaseCorrespondence } from '#domain/correspondence/index.ts'
import type { Content } from '#kernel/answer.ts'
import { Refusal } from '#kernel/refusal.ts'
import { movingStage, type MovingStage } from '#test/moving-stage.ts'
import { addLetter, amendLetterDraft, dropLetter, getLetterDrafts, sendLetter } from './index.ts'

let stage: MovingStage
before(async () => {
  stage = await movingStage()
})
after(() => stage.close())

interface Shown {
  readonly letter: number
  readonly template: string
  readonly version: number
  readonly merged: { readonly subject: string; readonly body: string; readonly missing: string[] }
}
const lettersOf = async (caseId: number) =>
  (await stage.act(getLetterDrafts, { CaseId: caseId })) as {
    readonly letters: Shown[]
    readonly settled: { readonly template: string; readonly droppedReason: string | null }[]
  }
const firstOf = async (caseId: number) => (await lettersOf(caseId)).letters[0] ?? assert.fail()
const open = (sent: Readonly<Record<string, string>> = {}) =>
  stage.open({ 'Customer.FirstName': 'Ann', 'Customer.Surname': 'Bell', ...sent })

test('a letter says what is so on the day it is looked at', async () => {
  const caseId = await open()
  const { merged } = await firstOf(caseId)
  assert.equal(merged.subject, `Your complaint ${caseId}`)
  assert.match(merged.body, /^Dear Ann Bell\n\nWe answer by 27 March 2026\.\n\n/)
  assert.deepEqual(merged.missing, [])
})

test('a letter that is sent is correspondence, word for word', async () => {
  const caseId = await open()
  const { letter, version } = await firstOf(caseId)
  const sent = { CaseId: caseId, Letter: letter, Version: version, How: 'post' }
  const { correspondence } = (await stage.act(sendLetter, sent)) as { correspondence: string }
  const content = (await stage.act(getCaseCorrespondence, {
    CaseId: caseId,
    Id: correspondence,
  })) as Content
  assert.equal(content.mediaType, 'application/pdf')
  const [filed] = await stage.rows(
    `select body, channel from correspondence where organisation_id = $1 and case_id = $2`,
    caseId,
  )
  assert.match(String(filed?.['body']), /Dear Ann Bell/)
  assert.equal(filed?.['channel'], 'letter')
  assert.equal((await stage.lastEvent(caseId))['kind'], 'letterSent')
  await stage.refused(
    sendLetter,
    sent,
    ['Sam Dee sent “Acknowledgement” on 14 March 2026'],
    'letterSettled',
  )
})

test('two who send a letter at once send it once', async () => {
  const caseId = await open()
  const { letter, version } = await firstOf(caseId)
  const sent = { CaseId: caseId, Letter: letter, Version: version, How: 'post' }
  const both = await Promise.allSettled([stage.act(sendLetter, sent), stage.act(sendLetter, sent)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('a letter with a gap in it is not sent', async () => {
  const caseId = await stage.open()
  const { letter, version } = await firstOf(caseId)
  await stage.refused(
    sendLetter,
    { CaseId: caseId, Letter: letter, Version: version, How: 'post' },
    ['There is nothing to put in place of {{customer.name}}: amend the letter first'],
  )
})

test('a letter that records an event is sent by those only who may record events', async () => {
  const caseId = await open()
  const { letter, version } = await firstOf(caseId)
  await stage.rows(
    `update letter_templates set records = 'acknowledged' where organisation_id = $1 and code = 'ACK'`,
  )
  const writer = {
    ...stage.actor('case worker'),
    permissions: new Set(['case.letter.write'] as const),
  }
  await assert.rejects(
    stage.act(
      sendLetter,
      { CaseId: caseId, Letter: letter, Version: version, How: 'post' },
      writer,
    ),
    (error) => {
      assert.ok(error instanceof Refusal)
      assert.equal(error.kind.name, 'notPermitted')
      assert.match(error.flaws[0]?.message ?? '', /records an event on the clock of the case/)
      return true
    },
  )
  assert.equal((await firstOf(caseId)).letter, letter)
  await stage.rows(`update letter_templates set records = null where organisation_id = $1`)
})

test('a letter with something still to be written in it is not sent, and it is named', async () => {
  const caseId = await open({ Finding: 'the [lock] was broken' })
  const { letter, version } = await firstOf(caseId)
  const sent = { CaseId: caseId, Letter: letter }
  const Body = 'See [2027] UKUT 5, “their [sic] door”, {{field.Finding}}.\n\n[Answer]\n\n[Say why.]'
  await stage.act(amendLetterDraft, { ...sent, Version: version, Body })
  const named = ['[Answer]', '[Say why.]'].map(
    (each) => `${each} is still to be written: amend the letter, and put the words in its place`,
  )
  await stage.refused(sendLetter, { ...sent, Version: version + 1, How: 'post' }, named)
})

const answered = (caseId: number, answer: number, body: string) =>
  stage.test.sql(
    `with answer as (
       insert into answers (organisation_id, case_id, answer, title) values ($1, $2, $3, $4)
     ), version as (
       insert into answer_versions (organisation_id, case_id, answer, version, body, author, written_at)
       values ($1, $2, $3, 1, $5, 'Okafor, Ife', '2026-03-13')
     )
     insert into clearances (organisation_id, case_id, answer, version, chain, chain_name, started_by,
       started_at)
     values ($1, $2, $3, 1, 'sign-off', 'Sign-off', 'Okafor, Ife', '2026-03-13')`,
    [stage.organisationId, caseId, answer, `Answer ${answer}`, body],
  )
const clear = (caseId: number, answer: number) =>
  stage.test.sql(
    `update clearances set state = 'given', ended_at = '2026-03-14'
     where organisation_id = $1 and case_id = $2 and answer = $3`,
    [stage.organisationId, caseId, answer],
  )

test('the answer stands in its letter once all of it is cleared, and not before', async () => {
  const caseId = await open()
  const { letter } = await firstOf(caseId)
  const Body = 'Our answer:\n\n{{answer}}\n\nBye'
  await stage.act(amendLetterDraft, { CaseId: caseId, Letter: letter, Version: 1, Body })
  await answered(caseId, 1, 'Yes [we think].')
  await stage.refused(sendLetter, { CaseId: caseId, Letter: letter, Version: 2, How: 'post' }, [
    'There is no cleared answer to put in place of {{answer}}: have each answer that is to be sent cleared, or amend the letter and write the answer there',
  ])
  await clear(caseId, 1)
  assert.equal((await firstOf(caseId)).merged.body, 'Our answer:\n\nYes [we think].\n\nBye')
  await answered(caseId, 2, 'No.')
  assert.equal((await firstOf(caseId)).merged.body, Body)
  await clear(caseId, 2)
  const { merged } = await firstOf(caseId)
  assert.match(merged.body, /Answer 1\n\nYes \[we think\]\.\n\nAnswer 2\n\nNo\./)
  await stage.act(sendLetter, { CaseId: caseId, Letter: letter, Version: 2, How: 'post' })
})

test('what a customer has written is never read as a merge field', async () => {
  const caseId = await open({ Finding: '{{customer.name}} & ${1+1}' })
  await stage.act(addLetter, { CaseId: caseId, Template: 'outcome' })
  const [, { merged } = assert.fail()] = (await lettersOf(caseId)).letters
  assert.equal(merged.body, 'We found: {{customer.name}} & ${1+1}.')
})

test('a letter is amended by one at a time, and only with fields that there are', async () => {
  const caseId = await open()
  const { letter, version } = await firstOf(caseId)
  const sent = { CaseId: caseId, Letter: letter, Version: version }
  await stage.refused(amendLetterDraft, { ...sent, Body: 'Dear {{whoever}}' }, [
    '{{whoever}} is not a merge field',
  ])
  await stage.act(amendLetterDraft, { ...sent, Body: 'Hello {{ customer.name }}' })
  assert.equal((await firstOf(caseId)).merged.body, 'Hello Ann Bell')
  await assert.rejects(
    stage.act(amendLetterDraft, { ...sent, Body: 'Mine' }),
    (error: { kind: { name: string } }) => error.kind.name === 'changedMeanwhile',
  )
})

test('a letter that is not needed is dropped with a reason', async () => {
  const caseId = await open()
  const { letter, version } = await firstOf(caseId)
  const sent = { CaseId: caseId, Letter: letter, Version: version }
  await stage.act(dropLetter, { ...sent, Reason: 'Told on the telephone' })
  const { letters, settled } = await lettersOf(caseId)
  assert.deepEqual(letters, [])
  assert.deepEqual(
    settled.map(({ template, droppedReason }) => [template, droppedReason]),
    [['ACK', 'Told on the telephone']],
  )
})

import assert from 'node:assert/strict'
import { createSecretKey } from 'node:crypto'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { optionsOf } from '#domain/options/index.ts'
import type { Address } from '#platform/database.ts'
import { deriveKey, SealBroken, unseal } from '#platform/sealed-box.ts'
import { fixture, fixtureKey, type Fixture } from '#test/fixture.ts'
import { answerContext, equalitySubject } from './hand-in-answers.ts'
import { equalityAnswer, handInAnswers, withdrawnAnswer, type EqualityAnswer } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

const listed = (...values: string[]) =>
  optionsOf(
    values.map((value, position) => ({
      list: 'gender',
      value,
      label: null,
      groupName: '',
      position,
    })),
  )
const options = listed('Female', 'Male', 'Prefer not to say')
const answer = (sent: string) => equalityAnswer('Gender', sent, options)

const handIn = (customerId: number, ...answers: EqualityAnswer[]) =>
  stage.test.database.write(stage.organisationId, async (db) => {
    void handInAnswers(db, { equalityKey: fixtureKey, customerId, answers })
  })
const as = async (address: Address, sql: string, values: unknown[] = []) => {
  const client = new pg.Client(address)
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}
const rows = async (customerId: number) =>
  (await as(
    stage.test.superuser,
    `select organisation_id, question, sealed_answer from equality.answers
     where subject = $1 order by answer_id`,
    [equalitySubject(fixtureKey, stage.organisationId, customerId)],
  )) as { organisation_id: number; question: string; sealed_answer: Buffer | null }[]
const opened = (customerId: number, question: string, sealed: Buffer): Record<string, unknown> => {
  const subject = equalitySubject(fixtureKey, stage.organisationId, customerId)
  const key = deriveKey(fixtureKey, 'equality answers')
  return JSON.parse(unseal(key, sealed, answerContext(subject, question)).toString())
}

test('not asked, answer taken back, "prefer not to say", a value and own words are five different things', async () => {
  await handIn(1)
  await handIn(2, withdrawnAnswer('Gender'))
  await handIn(3, answer('prefer not to say'))
  await handIn(4, answer(' FEMALE'))
  await handIn(5, answer('my own word'))
  const kept = await Promise.all([1, 2, 3, 4, 5].map(rows))
  assert.deepEqual(kept[0], [])
  assert.deepEqual(kept[1], [
    { organisation_id: stage.organisationId, question: 'Gender', sealed_answer: null },
  ])
  const said = [3, 4, 5].map((customerId) => {
    const [row] = kept[customerId - 1] ?? []
    assert.ok(row?.sealed_answer)
    return opened(customerId, 'Gender', row.sealed_answer)
  })
  const { listVersion } = said[0] ?? {}
  assert.deepEqual(said, [
    { listVersion, code: 'Prefer not to say' },
    { listVersion, code: 'Female' },
    { listVersion, text: 'my own word' },
  ])
})

test('an answer says under which list it was given: another list has another version', () => {
  const versionUnder = (...values: string[]) =>
    equalityAnswer('Gender', 'Female', listed(...values)).given?.listVersion
  assert.equal(versionUnder('Female', 'Male'), versionUnder('Female', 'Male'))
  assert.notEqual(versionUnder('Female', 'Male'), versionUnder('Female', 'Male', 'Other'))
})

test('a later answer is added, so that the newest one counts', async () => {
  await handIn(6, answer('Male'))
  await handIn(6, answer('Female'))
  await handIn(6, withdrawnAnswer('Gender'))
  const kept = await rows(6)
  assert.deepEqual(
    kept.map(({ sealed_answer: sealed }) => sealed && opened(6, 'Gender', sealed)['code']),
    ['Male', 'Female', null],
  )
})

test('a sealed answer opens for no other person, question or key, and its length tells nothing', async () => {
  await handIn(7, answer('Male'), equalityAnswer('Faith', 'a much longer answer', options))
  const [gender, faith] = (await rows(7)).map(({ sealed_answer: sealed }) => sealed)
  assert.ok(gender && faith)
  assert.equal(gender.length, faith.length)
  assert.throws(() => opened(8, 'Gender', gender), SealBroken)
  assert.throws(() => opened(7, 'Faith', gender), SealBroken)
  const subject = equalitySubject(fixtureKey, stage.organisationId, 7)
  assert.throws(() => unseal(fixtureKey, gender, answerContext(subject, 'Gender')), SealBroken)
})

test('a pseudonym belongs to one person of one organisation under one key', () => {
  const otherKey = createSecretKey(Buffer.alloc(32, 8))
  const all = [
    equalitySubject(fixtureKey, 1, 11),
    equalitySubject(fixtureKey, 11, 1),
    equalitySubject(fixtureKey, 1, 12),
    equalitySubject(otherKey, 1, 11),
  ].map((subject) => subject.toString('hex'))
  assert.equal(new Set(all).size, 4)
  assert.equal(all[0], equalitySubject(fixtureKey, 1, 11).toString('hex'))
})

for (const sql of [
  'select * from equality.answers',
  'select count(*) from equality.answers',
  `insert into equality.answers (organisation_id, subject, question, handed_in_at)
   values (1, '', 'Gender', now())`,
  `update equality.answers set question = 'Faith'`,
  'delete from equality.answers',
  'truncate equality.answers',
  'copy equality.answers to stdout',
  'create table equality.copy ()',
  'set role casewright_equality',
])
  test(`the application may not: ${sql.split(' (')[0]}`, async () => {
    await assert.rejects(as(stage.test.address, sql), { code: '42501' })
  })

test('the one function of the store gives nothing back', async () => {
  const functions = await as(
    stage.test.superuser,
    `select p.proname, pg_get_function_result(p.oid) as result
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'equality'`,
  )
  assert.deepEqual(functions, [{ proname: 'hand_in', result: 'void' }])
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { partyRows, updateCustomer } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
  for (const id of [stage.organisationId, stage.otherOrganisationId])
    await stage.test.sql(
      `insert into options (organisation_id, list, value)
       select $1::int, 'parameter', unnest($2::text[])
       union all values ($1::int, 'contact method', 'Email'), ($1, 'contact method', 'Phone')`,
      [id, partyRows('Customer.').map(({ name }) => name)],
    )
  // the other organisation is the strict one
  await stage.test.sql(`update organisations set settings = $2 where organisation_id = $1`, [
    stage.otherOrganisationId,
    { isStrict: true },
  ])
})
after(() => stage.close())

const update = (sent: Record<string, string>, actor = stage.actor()) =>
  stage.perform(updateCustomer, sent, actor)
const people = (reference: string, organisationId = stage.organisationId) =>
  stage.test.sql(`select * from customers where organisation_id = $1 and reference = $2`, [
    organisationId,
    reference,
  ])
const person = async (reference: string) => (await people(reference))[0]
const isTaken = ({ kind }: { kind: { name: string } }) => kind.name === 'customerReferenceTaken'
const lastEntry = async () => {
  const [entry] = await stage.test.sql(
    `select outcome, particulars from audit_entries order by entry_id desc limit 1`,
  )
  return entry
}
test('an unknown Id makes a person, and the answer repeats the Id', async () => {
  assert.deepEqual(await update({ Id: 'U1', Surname: 'Bell', ContactConsent: 'yes' }), { id: 'U1' })
  const row = await person('U1')
  assert.deepEqual([row?.['surname'], row?.['contact_consent']], ['Bell', true])
})

test('only what is passed changes, and what is passed empty is cleared', async () => {
  const details = { FirstName: 'Ann', Surname: 'Bell', Phone: '7', ContactMethod: 'Email' }
  await update({ Id: 'U2', ...details, DateOfBirth: '1980-03-14', Custom1: 'one', Alias: 'Nan' })
  await update({ Id: 'U2', Phone: '', ContactMethod: ' ', DateOfBirth: '', Custom1: '', Town: 'X' })
  const row = await person('U2')
  assert.deepEqual(
    ['first_name', 'surname', 'phone', 'contact_method', 'date_of_birth', 'further', 'town'].map(
      (column) => row?.[column],
    ),
    ['Ann', 'Bell', null, null, null, { Alias: 'Nan' }, 'X'],
  )
})

test('Id missing or empty is told as missing', async () => {
  for (const sent of [{ Surname: 'Bell' }, { Id: ' ', Surname: 'Bell' }])
    await assert.rejects(update(sent), ({ kind, flaws }) => {
      assert.equal(kind.name, 'invalidInput')
      assert.deepEqual([flaws[0].parameter, flaws[0].kind], ['Id', 'missing'])
      return true
    })
})

test('NewId gives the person another reference; the answer and the next call go by it', async () => {
  await update({ Id: 'U3', Surname: 'Bell' })
  assert.deepEqual(await update({ Id: 'U3', NewId: 'U4', Phone: '7' }), { id: 'U4' })
  assert.deepEqual(await people('U3'), [])
  assert.deepEqual(await update({ Id: 'U4', Mobile: '8' }), { id: 'U4' })
  const row = await person('U4')
  assert.deepEqual([row?.['surname'], row?.['phone'], row?.['mobile']], ['Bell', '7', '8'])
})

test('NewId for an unknown Id makes the person under it; the same as Id or empty changes nothing', async () => {
  assert.deepEqual(await update({ Id: 'U5', NewId: 'U6', Surname: 'Bell' }), { id: 'U6' })
  assert.deepEqual(await people('U5'), [])
  assert.deepEqual(await update({ Id: 'U6', NewId: 'U6' }), { id: 'U6' })
  assert.deepEqual(await update({ Id: 'U6', NewId: '' }), { id: 'U6' })
})

test('a NewId that is already somebody else’s is refused, and nothing of the call is kept', async () => {
  await update({ Id: 'U7', Surname: 'Seven' })
  await update({ Id: 'U8', Surname: 'Eight' })
  await assert.rejects(update({ Id: 'U7', NewId: 'U8', Surname: 'Changed' }), isTaken)
  assert.equal((await person('U7'))?.['surname'], 'Seven')
  assert.equal((await lastEntry())?.['outcome'], 'refused: customerReferenceTaken')
  await assert.rejects(update({ Id: 'U9', NewId: 'U8' }), isTaken)
  assert.deepEqual(await people('U9'), [])
})

test('the same references in another organisation are other people', async () => {
  const other = stage.actor(undefined, stage.otherOrganisationId)
  await update({ Id: 'U10', Surname: 'Ours' })
  await update({ Id: 'U10', Surname: 'Theirs' }, other)
  assert.equal((await person('U10'))?.['surname'], 'Ours')
  await update({ Id: 'U11' }, other)
  assert.deepEqual(await update({ Id: 'U10', NewId: 'U11' }), { id: 'U11' })
})

test('calls at once with the same new Id all succeed and make one person', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => update({ Id: 'U12', [`Custom${index + 1}`]: 'x' })),
  )
  assert.deepEqual(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1)
  const rows = await people('U12')
  assert.equal(rows.length, 1)
  assert.equal(Object.keys(rows[0]?.['further'] as object).length, 8)
})

test('of two calls at once that give the same NewId one succeeds', async () => {
  await update({ Id: 'U13' })
  await update({ Id: 'U14' })
  const outcomes = await Promise.allSettled(
    ['U13', 'U14'].map((Id) => update({ Id, NewId: 'U15' })),
  )
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  assert.equal((await people('U15')).length, 1)
})

test('a value that does not fit leaves the field as it was, and the audit names the parameter only', async () => {
  await update({ Id: 'U16', ContactMethod: 'Email' })
  await update({ Id: 'U16', ContactMethod: 'Pigeon', DOB: 'long ago', Phone: '7' })
  const row = await person('U16')
  assert.deepEqual([row?.['contact_method'], row?.['phone']], ['Email', '7'])
  assert.deepEqual(await lastEntry(), {
    outcome: 'done',
    particulars: {
      customerId: Number(row?.['customer_id']),
      changed: ['phone'],
      unfit: ['ContactMethod', 'DOB'],
    },
  })
})

test('a strict organisation refuses a value that does not fit, but never an equality answer', async () => {
  const other = stage.actor(undefined, stage.otherOrganisationId)
  await assert.rejects(
    update({ Id: 'U17', ContactMethod: 'Pigeon', Gender: 'my own word' }, other),
    ({ kind, flaws }) => {
      assert.equal(kind.name, 'invalidInput')
      assert.deepEqual(
        flaws.map(({ parameter }: { parameter: string }) => parameter),
        ['ContactMethod'],
      )
      return true
    },
  )
  assert.deepEqual(await people('U17', stage.otherOrganisationId), [])
  assert.deepEqual(await update({ Id: 'U17', Gender: 'my own word' }, other), { id: 'U17' })
})

test('a change tells the time of last change, on which reports rely', async () => {
  stage.clock.set('2026-03-16T11:00:00Z')
  await update({ Id: 'U16', Phone: '9' })
  assert.deepEqual((await person('U16'))?.['updated_at'], new Date('2026-03-16T11:00:00Z'))
  stage.clock.set('2026-03-17T11:00:00Z')
  await update({ Id: 'U16', NewId: 'U18' })
  assert.deepEqual((await person('U18'))?.['updated_at'], new Date('2026-03-17T11:00:00Z'))
})

test('a person is changed only by those who may', async () => {
  await assert.rejects(update({ Id: 'U19', Surname: 'x' }, stage.actor('front line')), {
    message: 'You do not have permission to do this',
  })
  assert.deepEqual(await people('U19'), [])
})

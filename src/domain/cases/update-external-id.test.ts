import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addCaseNote } from '#domain/notes/index.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { updateExternalId } from './index.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
})
after(() => stage.close())

const noteTo = (sent: Readonly<Record<string, string>>) =>
  stage.perform(addCaseNote, { ...sent, Notes: 'Found it' })

test('from then on either reference reaches the case', async () => {
  const answer = await stage.perform(updateExternalId, { CaseId: '700122', ExternalId: 'CRM-9' })
  assert.deepEqual(answer, { caseId: 700122 })
  assert.deepEqual(await noteTo({ ExternalId: 'CRM-9' }), { caseId: 700122 })
  assert.deepEqual(await noteTo({ CaseId: '700122' }), { caseId: 700122 })
  const [event] = await stage.rows(
    `select kind, particulars, actor from case_events where organisation_id = $1 and case_id = $2
     order by event_id limit 1`,
    700122,
  )
  assert.deepEqual(event, {
    kind: 'externalReferenceSet',
    particulars: { from: 'EXT-0041', externalId: 'CRM-9' },
    actor: 'Website',
  })
})

test('a later call replaces the reference, and another case may hold the same one', async () => {
  await stage.perform(updateExternalId, { CaseId: '700122', ExternalId: 'EXT-0042' })
  assert.equal((await stage.theCase(700122))['external_id'], 'EXT-0042')
  await assert.rejects(noteTo({ ExternalId: 'CRM-9' }), {
    kind: { name: 'unknownCase', message: 'There is no such case' },
  })
  assert.deepEqual(await noteTo({ ExternalId: 'EXT-0042' }), { caseId: 700124 })
})

test('both references are needed, and an unknown case is refused', async () => {
  const refused = (sent: Readonly<Record<string, string>>, flaws: readonly string[]) =>
    assert.rejects(
      stage.perform(updateExternalId, sent),
      (error: { flaws: readonly { parameter: string }[] }) => {
        assert.deepEqual(
          error.flaws.map(({ parameter }) => parameter),
          flaws,
        )
        return true
      },
    )
  await refused({ ExternalId: 'X' }, ['CaseId'])
  await refused({ CaseId: '700122', ExternalId: '' }, ['ExternalId'])
  await assert.rejects(stage.perform(updateExternalId, { CaseId: '1', ExternalId: 'X' }), {
    kind: { name: 'unknownCase', message: 'There is no such case' },
  })
  const other = await stage.test.sql(
    `select count(*)::int as n from cases where organisation_id = $1 and external_id = 'CRM-9'`,
    [stage.otherOrganisationId],
  )
  assert.deepEqual(other, [{ n: 0 }])
})

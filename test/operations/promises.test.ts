import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { allOperations } from '#operations'
import { caseNumber } from '#kernel/kinds.ts'
import type { Operation } from '#kernel/operation.ts'
import { parameterRows, wireNameOf, type Parameter } from '#kernel/parameters.ts'
import { permissions } from '#kernel/permission.ts'
import { Refusal, type Flaw } from '#kernel/refusal.ts'
import { text } from '#platform/columns.ts'
import { find, type Reading } from '#platform/statement.ts'
import { contractStage, type ContractStage } from '#test/contract-stage.ts'
import { addExampleData, firstExample, letGo } from '#test/examples/data.ts'
import { actorWith } from '#test/fixture.ts'
import { auditOf, contentsOf } from '#test/tables.ts'

type Sent = Readonly<Record<string, string>>
let stage: ContractStage
before(async () => {
  stage = await contractStage()
  await addExampleData(stage)
})
after(() => stage.close())

const isReadOnly = find({
  takes: {},
  returns: { state: text },
  sql: `select current_setting('transaction_read_only') as state`,
})

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new assert.AssertionError({ message: 'it was not refused' })
}

const without = (sent: Sent, name: string): Sent =>
  Object.fromEntries(Object.entries(sent).filter(([key]) => key !== name))

/** The parameters that are declared one by one, with their names on the wire. */
const singleParameters = ({ parameters }: Operation) =>
  Object.entries(parameters).flatMap(([key, declared]) =>
    'rows' in declared
      ? []
      : [[wireNameOf(key, declared), declared as Parameter<unknown, boolean>] as const],
  )

const namesCase = ({ parameters }: Operation): boolean =>
  parameterRows(parameters).some(({ name }) => name === 'CaseId')

/** Everything the tables hold stays, and the audit tells what was refused. */
async function assertNothingWritten(work: () => Promise<unknown>): Promise<void> {
  const held = await contentsOf(stage.test)
  await work()
  assert.deepEqual(await contentsOf(stage.test), held)
}

const flawsOf = async (operation: Operation, sent: Sent): Promise<readonly Flaw[]> => {
  const { kind, flaws } = await refusalOf(stage.perform(operation, sent))
  assert.equal(kind.name, 'invalidInput')
  return flaws
}
const flawIn = (flaws: readonly Flaw[], name: string) =>
  flaws.find(({ parameter }) => parameter === name)?.kind

for (const operation of allOperations) {
  const { name, effect, isSensitive, permission } = operation
  const isAudited = effect === 'write' || isSensitive === true
  const example = firstExample(operation)

  describe(name, () => {
    test('each parameter it cannot do without is named when it is missing or empty', async () => {
      for (const [wireName, { isRequired }] of singleParameters(operation)) {
        if (!isRequired) continue
        for (const sent of [without(example, wireName), { ...example, [wireName]: ' ' }])
          assert.equal(flawIn(await flawsOf(operation, sent), wireName), 'missing', wireName)
      }
    })

    test('each bad value of each kind is named', async () => {
      for (const [wireName, { kind }] of singleParameters(operation))
        for (const value of kind.bad)
          assert.equal(
            flawIn(await flawsOf(operation, { ...example, [wireName]: value }), wireName),
            'invalid',
            `${wireName}=${value.slice(0, 50)}`,
          )
      if (!namesCase(operation)) return
      for (const value of caseNumber.bad)
        assert.equal(
          flawIn(await flawsOf(operation, { ...example, CaseId: value }), 'CaseId'),
          'invalid',
        )
    })

    test('nobody does it without the permission, and nothing is written', async () => {
      const others = permissions.filter((one) => one !== permission)
      const actor = actorWith(stage.organisationId, others)
      await assertNothingWritten(async () => {
        const { kind } = await refusalOf(stage.perform(operation, example, actor))
        assert.equal(kind.name, 'notPermitted')
      })
      assert.ok((await auditOf(stage.test))[`${name} refused: notPermitted`])
    })

    test(effect === 'read' ? 'it changes nothing' : 'it leaves one audit entry', async () => {
      const [held, audited] = [await contentsOf(stage.test), await auditOf(stage.test)]
      letGo(await stage.perform(operation, example))
      if (effect === 'read') assert.deepEqual(await contentsOf(stage.test), held)
      const done = `${name} done`
      const expected = { ...audited, [done]: (audited[done] ?? 0) + 1 }
      assert.deepEqual(await auditOf(stage.test), isAudited ? expected : audited)
    })

    test(`its transaction ${isAudited ? 'can hold an audit entry' : 'is read only'}`, async () => {
      let state: string | undefined
      await stage.perform(
        {
          ...operation,
          afterwards: async () => {},
          handle: async ({ db }: { db: Reading }) => (state = (await isReadOnly(db, {}))?.state),
        },
        example,
      )
      assert.equal(state, isAudited ? 'off' : 'on')
    })
  })
}

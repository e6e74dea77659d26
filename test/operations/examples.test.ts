import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Operation } from '#kernel/operation.ts'
import { allOperations } from '#operations'
import { contractStage, type ContractStage } from '#test/contract-stage.ts'
import { addExampleData, letGo } from '#test/examples/data.ts'
import { schemaFaults } from '#test/json-schema.ts'
import { readXml } from '#test/read-xml.ts'
import { tally } from '#test/tally/tally.ts'

let stage: ContractStage
before(async () => {
  stage = await contractStage()
  await addExampleData(stage)
})
after(() => stage.close())

const told = (sent: object): string => JSON.stringify(sent)

/** The values of an answer in JSON: where objects follow one another, each of them (contract 6.7). */
const valuesOf = (json: string): readonly unknown[] =>
  json.split(/\n(?=\{)/).map((text) => JSON.parse(text) as unknown)

async function assertAnswers({ name, returns, examples }: Operation): Promise<void> {
  for (const example of examples) {
    const xml = await stage.ask(name, example)
    assert.equal(
      xml.statusCode,
      200,
      `${told(example)}: ${String(xml.headers['x-application-error-info'])}`,
    )
    assert.equal(xml.headers['content-type'], 'text/xml;charset=UTF-8')
    readXml(xml.body)
    const json = await stage.ask(name, { ...example, Format: 'json' })
    assert.equal(json.statusCode, 200, told(example))
    assert.equal(json.headers['content-type'], 'application/json;charset=UTF-8')
    for (const value of valuesOf(json.body))
      if (typeof returns === 'object') assert.deepEqual(schemaFaults(returns.schema, value), [])
  }
}

async function assertContent({ name, examples }: Operation): Promise<void> {
  for (const example of examples) {
    const reply = await stage.ask(name, example)
    assert.equal(reply.statusCode, 200, told(example))
    assert.ok(reply.body.length > 0)
    assert.notEqual(reply.headers['content-type'], undefined)
  }
}

for (const operation of allOperations)
  describe(operation.name, () => {
    test('its examples work', async () => {
      assert.ok(operation.examples.length > 0)
      for (const example of operation.examples)
        await assert.doesNotReject(stage.perform(operation, example).then(letGo), told(example))
      tally('operation', operation.name)
    })

    if (operation.isWebOnly || operation.name === 'download') return
    const isContent = operation.returns === 'content'
    test(
      isContent ? 'its examples give content' : 'its examples give XML, and JSON of its schema',
      () => (isContent ? assertContent(operation) : assertAnswers(operation)),
    )
  })

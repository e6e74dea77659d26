import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { parameterRows } from '#kernel/parameters.ts'
import { allOperations } from '#operations'
import { openApi } from './open-api.ts'
import { describeAll } from './service.ts'

type Tree = { readonly [name: string]: unknown }

const services = describeAll(allOperations)
const document: Tree = JSON.parse(JSON.stringify(openApi(services, 'https://cases.example.org')))

const at = (tree: unknown, path: string): unknown =>
  path.split('/').reduce<unknown>((found, name) => (found as Tree | undefined)?.[name], tree)

function* nodes(tree: unknown): Generator<Tree> {
  if (typeof tree !== 'object' || tree === null) return
  if (!Array.isArray(tree)) yield tree as Tree
  for (const child of Object.values(tree)) yield* nodes(child)
}

const operations = Object.entries(document['paths'] as Tree).flatMap(([path, item]) =>
  Object.entries(item as Tree).map(([method, described]) => ({
    path,
    method,
    described: described as Tree,
  })),
)

/** A reference, where it stands, replaced by what it means. */
const meant = (node: unknown): Tree => {
  const target = (node as { $ref?: string }).$ref
  return (target ? at(document, target.replace('#/', '')) : node) as Tree
}

test('it names its version, its licence and where the server is', () => {
  assert.equal(document['openapi'], '3.1.0')
  assert.deepEqual(document['servers'], [{ url: 'https://cases.example.org' }])
  assert.match(String(at(document, 'info/version')), /^\d+\.\d+\.\d+$/)
})

test('each service has one operation, and the grant of tokens has one', () => {
  const ids = operations.map(({ described }) => described['operationId'])
  assert.deepEqual(ids, ['token', ...services.map(({ word }) => word)])
  for (const { path, method } of operations) {
    assert.match(path, /^\/[\w./]+$/)
    assert.ok(['get', 'post'].includes(method))
  }
})

test('every reference leads somewhere', () => {
  const targets = [...nodes(document)].flatMap((node) =>
    typeof node['$ref'] === 'string' ? [node['$ref']] : [],
  )
  assert.ok(targets.length > 0)
  for (const target of targets) assert.ok(at(document, target.replace('#/', '')), target)
})

test('each parameter has a name, a place and a schema, and no two are alike', () => {
  for (const { path, described } of operations) {
    const parameters = (described['parameters'] as unknown[]).map(meant)
    for (const parameter of parameters) {
      assert.ok(['query', 'header'].includes(String(parameter['in'])), path)
      assert.equal(typeof parameter['schema'], 'object')
    }
    const names = parameters.map((one) => `${String(one['in'])} ${String(one['name'])}`)
    assert.equal(new Set(names).size, names.length, path)
  }
})

test('what a service requires is required, in the address of a GET and the body of a POST', () => {
  for (const operation of allOperations) {
    const described = operations.find((one) => one.described['operationId'] === operation.name)
    if (!described) continue
    const wanted = parameterRows(operation.parameters)
      .filter(({ isRequired }) => isRequired)
      .map(({ name }) => name)
    const form = 'application/x-www-form-urlencoded'
    const body = at(described.described, 'requestBody/content') as Tree | undefined
    const inBody = (body?.[form] as { schema: Tree } | undefined)?.schema['required'] ?? []
    const inAddress = (described.described['parameters'] as unknown[])
      .map(meant)
      .filter((parameter) => parameter['required'])
      .map((parameter) => parameter['name'])
    assert.deepEqual([...inAddress, ...(inBody as string[])], wanted, operation.name)
  }
})

test('every answer says what it holds, and every error carries the two headers', () => {
  for (const { path, described } of operations) {
    const responses = described['responses'] as Record<string, Tree>
    assert.ok(responses['200'] && responses['400'] && responses['500'], path)
    for (const [status, response] of Object.entries(responses)) {
      assert.match(status, /^[2345]\d\d$/)
      assert.ok(response['description'] && response['content'], `${path} ${status}`)
      const headers = Object.keys(response['headers'] ?? {})
      assert.equal(headers.length, status === '200' ? 0 : 2)
    }
  }
})

test('every way of signing in that is asked for is described', () => {
  const asked = [...nodes(document)].flatMap((node) => (node['security'] as Tree[]) ?? [])
  const schemes = at(document, 'components/securitySchemes') as Tree
  for (const one of asked) for (const name of Object.keys(one)) assert.ok(schemes[name], name)
})

type Validator = new (options: object) => { compile(schema: unknown): unknown }

test('every schema is one that JSON Schema 2020-12 allows', () => {
  // fastify brings the validator; nothing of the program itself uses it by name
  const { default: Ajv } = createRequire(import.meta.url)('ajv/dist/2020.js') as {
    default: Validator
  }
  const schemas = [...nodes(document)].flatMap((node) => (node['schema'] ? [node['schema']] : []))
  assert.ok(schemas.length > operations.length)
  const ajv = new Ajv({ strict: true, strictTypes: false, validateFormats: false })
  for (const schema of schemas) ajv.compile(schema)
  assert.throws(() => ajv.compile({ type: 'nothing' }))
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import Fastify, { type FastifyInstance } from 'fastify'
import { allOperations } from '#operations'
import { pageHeaders } from '#web/layout/headers.ts'
import { openApi } from './open-api.ts'
import { referencePlugin } from './plugin.ts'
import { describeAll } from './service.ts'

const address = 'https://cases.example.org'
let server: FastifyInstance
before(async () => {
  server = Fastify()
  await server.register(referencePlugin, {
    operations: allOperations,
    domain: 'cases.example.org',
    address: () => address,
  })
})
after(() => server.close())

const get = (url: string) => server.inject({ url })

test('the page is there for everyone, with the headers of every page', async () => {
  const { statusCode, headers } = await get('/docs/api')
  assert.equal(statusCode, 200)
  assert.equal(headers['content-type'], 'text/html; charset=utf-8')
  for (const [name, value] of Object.entries(pageHeaders)) assert.equal(headers[name], value)
})

test('it is found as well with a slash behind it, and where the documentation begins', async () => {
  const { body } = await get('/docs/api')
  for (const place of ['/docs/api/', '/docs', '/docs/']) {
    const reply = await get(place)
    assert.equal(reply.statusCode, 200, place)
    assert.equal(reply.body, body, place)
  }
})

test('the type of a parameter leads to what it accepts', async () => {
  const { body } = await get('/docs/api')
  assert.ok(body.includes('<a class="govuk-link" href="#types-of-values">date</a>'))
})

test('it shows every service, and its commands name this server', async () => {
  const { body } = await get('/docs/api')
  for (const { word, method } of describeAll(allOperations)) {
    assert.match(body, new RegExp(`<h3 [^>]*id="${word}"`))
    if (word === 'download') continue
    const start = method === 'GET' ? 'curl -i --get ' : 'curl -i '
    assert.ok(body.includes(`${start}&quot;${address}/${word}?db=$ORGANISATION&quot;`), word)
  }
  assert.ok(!body.includes('localhost'))
  assert.ok(body.includes('https://{organisation}.cases.example.org/'))
})

test('every line of the contents leads to its chapter, and no two chapters share a place', async () => {
  const { body } = await get('/docs/api')
  const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  const links = [...body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  assert.ok(links.length > allOperations.length / 2)
  for (const link of links) assert.ok(ids.includes(link), link)
})

test('the page needs no script and has nothing inline that the policy would stop', async () => {
  const { body } = await get('/docs/api')
  assert.doesNotMatch(body, /<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/)
})

test('the OpenAPI document is that of docs/reference, with this address', async () => {
  const reply = await get('/docs/openapi.json')
  assert.equal(reply.statusCode, 200)
  assert.equal(reply.headers['content-type'], 'application/json; charset=utf-8')
  const expected = openApi(describeAll(allOperations), address)
  assert.deepEqual(reply.json(), JSON.parse(JSON.stringify(expected)))
})

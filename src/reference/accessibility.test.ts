import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { after, before, suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { allOperations } from '#operations'
import { startBrowser, withoutBrowser } from '#test/browser.ts'
import { assets } from '#web/layout/assets.ts'
import { referencePlugin } from './plugin.ts'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

suite('the page for people who integrate, in a real browser', { skip: withoutBrowser }, () => {
  let server: FastifyInstance
  let browser: Browser
  let address: string

  before(async () => {
    server = Fastify()
    await server.register(referencePlugin, {
      operations: allOperations.slice(0, 3),
      domain: 'cases.example.org',
      address: () => address,
    })
    for (const each of Object.values(assets))
      server.get(each.address, (_, reply) => reply.headers(each.headers).send(each.body))
    await server.listen({ port: 0, host: '127.0.0.1' })
    address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
    browser = await startBrowser()
  })
  after(async () => {
    await browser.close()
    await server.close()
  })

  test('axe finds nothing, nothing is blocked, and it fits a narrow screen', async () => {
    const complaints: string[] = []
    const context = await browser.newContext({
      bypassCSP: false,
      viewport: { width: 320, height: 800 },
    })
    context.on('console', (message) => complaints.push(message.text()))
    const tab = await context.newPage()
    await tab.goto(`${address}/docs/api`)
    const width: number = await tab.evaluate('document.documentElement.scrollWidth')
    assert.ok(width <= 320, `${width} wide`)
    // by the debugger, which the page's policy does not bind
    await tab.evaluate(axe)
    const found: { violations: Violation[] } = await tab.evaluate('axe.run(document)')
    assert.deepEqual(
      found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      [],
    )
    assert.deepEqual(complaints, [])
  })

  test('it is whole, and its contents lead on, where scripts do not run', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const tab = await plain.newPage()
    await tab.goto(`${address}/docs/api`)
    await tab.getByRole('link', { name: 'Permissions' }).click()
    assert.ok(await tab.locator('#permissions').isVisible())
    assert.match(tab.url(), /#permissions$/)
  })
})

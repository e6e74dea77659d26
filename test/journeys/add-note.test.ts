import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { createSignInToken, signInAddress } from '#domain/sign-in/index.ts'
import { browserPath, startBrowser } from '#test/browser.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { webPlugin } from '#web/plugin.ts'

const skip =
  browserPath === undefined && 'no browser on this machine; plugin.test.ts asks the server'

suite('a case worker with a browser', { skip }, () => {
  let stage: Fixture
  let app: FastifyInstance
  let browser: Browser
  let origin: string

  before(async () => {
    stage = await fixture()
    app = fastify()
    const told = (error: unknown) => assert.fail(String(error))
    const face = {
      door: stage.door,
      csrfSecret: 'secret',
      reachOf: () => ({ address: '127.0.0.1', isSecure: false, isLocal: true }),
      tellFault: told,
      namedByHost: () => [],
    }
    await app.register(webPlugin, face)
    origin = await app.listen({ host: '127.0.0.1', port: 0 })
    browser = await startBrowser(browserPath ?? '')
  })
  after(async () => {
    await browser.close()
    await app.close()
    await stage.close()
  })

  const signInLink = async (): Promise<string> => {
    const at = { organisationId: stage.organisationId, now: stage.clock.now() }
    const token = await createSignInToken(stage.test.database, at, 'sam.dee@demo.example')
    return `${origin}${signInAddress('demo', token ?? '')}`
  }

  for (const javaScriptEnabled of [true, false]) {
    const scripts = javaScriptEnabled ? 'with' : 'without'
    test(`signs in, forgets the text, mends it, and sees the note on the case, ${scripts} scripts`, async () => {
      const context = await browser.newContext({ javaScriptEnabled })
      const complaints: string[] = []
      context.on('console', (message) => {
        // the browser reports our own answer 422 as an error of loading
        if (!message.text().includes('422')) complaints.push(message.text())
      })
      const tab = await context.newPage()
      const text = `Rang at noon, ${scripts} scripts.\nNo <answer>.`

      await tab.goto(await signInLink())
      await tab.getByRole('button', { name: 'Sign in' }).click()
      await tab.getByLabel('Case number').fill('700122')
      await tab.getByRole('button', { name: 'Open case' }).click()
      await tab
        .getByRole('link', { name: 'Add a note' })
        .or(tab.getByRole('button', { name: 'Add a note' }))
        .click()
      await tab.getByLabel('Kind of note').selectOption('Telephone')
      await tab.getByLabel('The customer can see this note').check()
      await tab.getByRole('button', { name: 'Add note' }).click()

      await tab.getByRole('link', { name: 'Enter the note' }).click()
      assert.match(await tab.title(), /^Error: /)
      const field = tab.getByLabel('Note', { exact: true })
      if (javaScriptEnabled) assert.equal(await tab.evaluate('document.activeElement.id'), 'Notes')
      await field.fill(text)
      await tab.getByRole('button', { name: 'Add note' }).click()

      assert.equal(tab.url(), `${origin}/cases/700122`)
      assert.ok(await tab.getByText('Note added').isVisible())
      const note = tab.locator('article').first()
      assert.match(await note.innerText(), /^Telephone, by Dee, Sam/)
      assert.match(await note.innerText(), /the customer can see this/i)
      assert.ok((await note.innerText()).includes(text))

      await tab.getByRole('button', { name: 'Sign out' }).click()
      assert.ok(await tab.getByRole('heading', { name: 'Sign in' }).isVisible())
      assert.deepEqual(
        complaints.filter((complaint) => !complaint.includes('401')),
        [],
      )
      await context.close()
    })
  }
})

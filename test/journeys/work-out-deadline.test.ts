import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { browserPath, startBrowser } from '#test/browser.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { webPlugin } from '#web/plugin.ts'

const skip =
  browserPath === undefined &&
  'no browser on this machine; calculator-routes.test.ts asks the server'

const fillDate = async (tab: Page, prefix: string, date: readonly [string, string, string]) => {
  for (const [at, part] of ['day', 'month', 'year'].entries())
    await tab.locator(`#${prefix}-${part}`).fill(date[at] ?? '')
}

suite('somebody who waits for an answer, with a browser', { skip }, () => {
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

  for (const javaScriptEnabled of [true, false]) {
    const scripts = javaScriptEnabled ? 'with' : 'without'
    test(`works out a date, adds what happened, mends it and sends the address, ${scripts} scripts`, async () => {
      const context = await browser.newContext({ javaScriptEnabled })
      const tab = await context.newPage()
      await tab.goto(origin)
      await tab.getByRole('link', { name: 'Work out a deadline' }).click()
      await tab.getByLabel('What the deadline is for').selectOption('FOI_RESPONSE')
      await tab.getByLabel('England').check()
      await fillDate(tab, 'received', ['10', '5', '2027'])
      // the first button of the form is the one that Enter presses
      await tab.locator('#received-year').press('Enter')
      const answer = tab.locator('#answer')
      assert.equal((await answer.innerText()).trim(), 'By the end of Tuesday 8 June 2027')

      await fillDate(tab, 'fees_notice_given-1', ['12', '5', '2027'])
      await fillDate(tab, 'fee_received-1', ['14', '5', '2027'])
      await tab.getByRole('button', { name: /^Add another\s+for Fee notice outstanding/ }).click()
      assert.match(tab.url(), /#fees_notice_given-2$/)
      assert.equal(await tab.locator('#fee_received-1-day').inputValue(), '14')
      await fillDate(tab, 'fees_notice_given-2', ['9', '5', '2027'])
      await tab.getByRole('button', { name: 'Work out the date' }).last().click()

      assert.match(await tab.title(), /^Error: /)
      await tab.getByRole('link', { name: /"Fees notice given" on 9 May 2027 lies before/ }).click()
      if (javaScriptEnabled)
        assert.equal(await tab.evaluate('document.activeElement.id'), 'fees_notice_given-2-day')
      await fillDate(tab, 'fees_notice_given-2', ['', '', ''])
      await tab.getByRole('button', { name: 'Work out the date' }).last().click()
      assert.equal((await answer.innerText()).trim(), 'By the end of Friday 11 June 2027')

      await tab.getByText('Every day, counted and left out').click()
      assert.ok(await tab.getByRole('row', { name: /Wednesday 12 May 2027 Left out/ }).isVisible())
      const sent = await tab
        .getByRole('link', { name: 'Address of this answer' })
        .getAttribute('href')
      assert.equal(`${origin}${sent}`, tab.url())
      const other = await context.newPage()
      await other.goto(`${origin}${sent}`)
      assert.equal(
        (await other.locator('#answer').innerText()).trim(),
        'By the end of Friday 11 June 2027',
      )
      await context.close()
    })
  }
})

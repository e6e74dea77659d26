import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { browserPath, startBrowser } from '#test/browser.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { password, signInStage } from '#test/sign-in-stage.ts'
import { webStage, type WebStage } from '#test/web-stage.ts'

const skip =
  browserPath === undefined && 'no browser on this machine; sign-in.test.ts asks the server'

suite('somebody who is away for a while', { skip }, () => {
  let stage: Fixture
  let web: WebStage
  let browser: Browser
  let origin: string
  before(async () => {
    stage = await fixture()
    web = await webStage(stage)
    await signInStage(stage, web)
    origin = await web.app.listen({ host: '127.0.0.1', port: 0 })
    browser = await startBrowser(browserPath ?? '')
  })
  after(async () => {
    await browser.close()
    await web.app.close()
    await stage.close()
  })

  test('is warned, stays signed in, and when they stay away longer nothing typed is lost', async () => {
    const tab = await browser.newPage()
    await tab.clock.install()
    const signIn = async () => {
      await tab.getByLabel('E-mail address or user name').fill('sdee')
      await tab.getByLabel('Password').fill(password)
      await tab.getByRole('button', { name: 'Sign in' }).click()
    }
    await tab.goto(`${origin}/sign-in/demo?next=/cases/700122/notes/new`)
    await signIn()
    const note = tab.getByLabel('Note', { exact: true })
    await note.fill('Half a note')
    const warning = tab.getByRole('dialog', { name: 'You are about to be signed out' })

    stage.clock.set('2026-03-14T09:56:00Z')
    await tab.clock.fastForward('26:00')
    await tab.clock.runFor(1000)
    assert.match(await warning.innerText(), /You will be signed out in 4 minutes/)
    await warning.getByRole('button', { name: 'Stay signed in' }).click()
    await warning.waitFor({ state: 'hidden' })

    stage.clock.set('2026-03-14T10:27:00Z')
    await tab.clock.fastForward('31:00')
    await tab.clock.runFor(1000)
    const ended = tab.getByRole('dialog', { name: 'You have been signed out' })
    await ended.getByRole('button', { name: 'Close' }).click()
    assert.equal(await note.inputValue(), 'Half a note')
    await tab.getByRole('button', { name: 'Add note' }).click()
    await signIn()
    await tab.getByRole('button', { name: 'Go back to the form' }).click()
    assert.equal(await note.inputValue(), 'Half a note')
    await tab.getByRole('button', { name: 'Add note' }).click()
    await tab.getByText('Note added').waitFor()
    await tab.close()
  })
})

import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { journey, journeys, startBrowser } from '#test/browser.ts'
import {
  personNamed,
  singleSignOnStage,
  type SingleSignOnStage,
} from '#test/single-sign-on-stage.ts'

let on: SingleSignOnStage
let browser: Browser
const setting = {
  async open() {
    on = await singleSignOnStage({ isServed: true })
    browser = await startBrowser()
  },
  async close() {
    await browser.close()
    await on.close()
  },
}

journeys('somebody whose organisation has a provider', setting, () => {
  journey(
    'signs in there without a script, goes on where they were, and signs out there',
    async () => {
      const tab = await browser.newPage({ javaScriptEnabled: false })
      tab.setDefaultTimeout(120_000)
      on.provider.seat(personNamed('sam.dee'))
      await tab.goto(`${on.origin}/sign-in/demo?next=/cases/700122`)
      await tab.getByRole('button', { name: 'Sign in with Demo Council account' }).click()
      await tab.waitForURL(`${on.origin}/cases/700122`)
      assert.match(await tab.getByRole('banner').innerText(), /Signed in as Dee, Sam/)

      await tab.getByRole('button', { name: 'Sign out' }).click()
      await tab.waitForURL((url) => url.origin === on.provider.issuer)
      await tab.getByRole('button', { name: 'Yes, sign me out' }).click()
      await tab.waitForURL(`${on.origin}/sign-in/demo`)
      assert.match(await tab.getByRole('heading', { level: 1 }).innerText(), /Sign in/)
      await tab.close()
    },
  )
})

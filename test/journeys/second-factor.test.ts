import assert from 'node:assert/strict'
import type { BrowserContext, Page as Tab } from 'playwright-core'
import { appCode } from '#test/app-code.ts'
import { journey, journeys } from '#test/browser.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { journeyStage, type JourneyStage } from '#test/journey-stage.ts'
import { password, ruleSecondFactor, signInStage } from '#test/sign-in-stage.ts'

let on: JourneyStage<Fixture>
let context: BrowserContext
let tab: Tab
let origin: string
const setting = {
  async open() {
    on = await journeyStage(await fixture())
    await signInStage(on.stage, on.web)
    await ruleSecondFactor(on.stage, 'required')
    // passkeys belong to names, not to numbers
    origin = on.origin.replace('127.0.0.1', 'localhost')
    context = await on.browser.newContext()
    context.setDefaultTimeout(120_000)
    tab = await context.newPage()
  },
  close: () => on.close(),
}

const typePassword = async () => {
  await tab.goto(`${origin}/sign-in/demo?next=/account`)
  await tab.getByLabel('E-mail address or user name').fill('sdee')
  await tab.getByLabel('Password').fill(password)
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const isAtAccount = () => tab.getByRole('heading', { name: 'Your account' }).waitFor()

const signOut = async () => {
  await tab.getByRole('button', { name: 'Sign out' }).click()
  await tab.getByRole('heading', { name: 'Sign in' }).waitFor()
}

/** A device with a fingerprint reader, and somebody's finger always on it. */
const plugIn = async () => {
  const devices = await context.newCDPSession(tab)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

journeys('somebody whose organisation requires a second factor', setting, () => {
  journey(
    'sets up an authenticator app at the first sign-in, and signs in with its codes',
    async () => {
      await typePassword()
      await tab.getByRole('button', { name: 'Set up an authenticator app' }).click()
      assert.ok(await tab.getByRole('img', { name: 'QR code for the app' }).isVisible())
      const secret = await tab.locator('main code').innerText()
      await tab.getByRole('textbox', { name: 'Code' }).fill(appCode(secret, on.stage.clock.now()))
      await tab.getByRole('button', { name: 'Set up' }).click()
      await tab.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
      assert.equal(await tab.locator('main li code').count(), 10)
      await tab.getByRole('button', { name: 'Continue' }).click()
      await isAtAccount()
      await signOut()

      on.stage.clock.set('2026-03-14T09:31:00Z')
      await typePassword()
      await tab.getByLabel('Code of your authenticator app').fill('000 000')
      await tab.getByRole('button', { name: 'Continue' }).click()
      await tab.getByRole('link', { name: /The code is not right/ }).waitFor()
      const code = tab.getByLabel('Code of your authenticator app')
      await code.fill(appCode(secret, on.stage.clock.now()))
      await tab.getByRole('button', { name: 'Continue' }).click()
      await isAtAccount()
    },
  )

  journey('adds a passkey, and signs in with it alone and after the password', async () => {
    await plugIn()
    await tab.getByRole('link', { name: 'Your second factors' }).click()
    await tab.getByRole('link', { name: 'Add a passkey' }).click()
    await tab.getByLabel('Name of the passkey').fill('Work laptop')
    await tab.getByLabel('Your password').fill('not this one')
    await tab.getByRole('button', { name: 'Add a passkey' }).click()
    await tab.getByText('The password is not right').waitFor()
    await tab.getByLabel('Your password').fill(password)
    await tab.getByRole('button', { name: 'Add a passkey' }).click()
    await tab.getByText('Passkey added').waitFor()
    await tab.getByRole('heading', { name: 'Work laptop' }).waitFor()
    await signOut()

    await tab.goto(`${origin}/sign-in/demo?next=/account`)
    await tab.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await isAtAccount()
    await signOut()

    await typePassword()
    await tab.getByRole('button', { name: 'Use your passkey' }).click()
    await isAtAccount()
  })
})

import assert from 'node:assert/strict'
import { journey, journeys } from '#test/browser.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { journeyStage, type JourneyStage } from '#test/journey-stage.ts'
import { password, signInStage } from '#test/sign-in-stage.ts'

let on: JourneyStage<Fixture>
const setting = {
  async open() {
    on = await journeyStage(await fixture())
    await signInStage(on.stage, on.web)
  },
  close: () => on.close(),
}

journeys('somebody who is away for a while', setting, () => {
  journey(
    'is warned, stays signed in, and when they stay away longer nothing typed is lost',
    async () => {
      const tab = await on.browser.newPage()
      await tab.clock.install()
      const signIn = async () => {
        await tab.getByLabel('E-mail address or user name').fill('sdee')
        await tab.getByLabel('Password').fill(password)
        await tab.getByRole('button', { name: 'Sign in' }).click()
      }
      await tab.goto(`${on.origin}/sign-in/demo?next=/cases/700122/notes/new`)
      await signIn()
      const note = tab.getByLabel('Note', { exact: true })
      await note.fill('Half a note')
      const warning = tab.getByRole('dialog', { name: 'You are about to be signed out' })

      on.stage.clock.set('2026-03-14T09:56:00Z')
      await tab.clock.fastForward('26:00')
      await tab.clock.runFor(1000)
      assert.match(await warning.innerText(), /You will be signed out in 4 minutes/)
      await warning.getByRole('button', { name: 'Stay signed in' }).click()
      await warning.waitFor({ state: 'hidden' })

      on.stage.clock.set('2026-03-14T10:27:00Z')
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
    },
  )
})

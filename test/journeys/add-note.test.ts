import assert from 'node:assert/strict'
import { journey, journeys } from '#test/browser.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { journeyStage, type JourneyStage } from '#test/journey-stage.ts'

let on: JourneyStage<Fixture>
const setting = {
  open: async () => void (on = await journeyStage(await fixture())),
  close: () => on.close(),
}

journeys('a case worker with a browser', setting, () => {
  for (const javaScriptEnabled of [true, false]) {
    const scripts = javaScriptEnabled ? 'with' : 'without'
    journey(
      `signs in, forgets the text, mends it, and sees the note on the case, ${scripts} scripts`,
      async () => {
        const context = await on.browser.newContext({ javaScriptEnabled })
        const complaints: string[] = []
        context.on('console', (message) => {
          // the browser reports our own answer 422 as an error of loading
          if (!message.text().includes('422')) complaints.push(message.text())
        })
        const tab = await context.newPage()
        const text = `Rang at noon, ${scripts} scripts.\nNo <answer>.`

        await tab.goto(`${on.origin}${await on.web.signInLink()}`)
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
        if (javaScriptEnabled)
          assert.equal(await tab.evaluate('document.activeElement.id'), 'Notes')
        await field.fill(text)
        await tab.getByRole('button', { name: 'Add note' }).click()

        assert.equal(tab.url(), `${on.origin}/cases/700122/notes`)
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
      },
    )
  }
})

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journey, journeys } from '#test/browser.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { journeyStage, type JourneyStage } from '#test/journey-stage.ts'

let on: JourneyStage<Fixture>
const setting = {
  open: async () => void (on = await journeyStage(await fixture())),
  close: () => on.close(),
}

const fillDate = async (tab: Page, prefix: string, date: readonly [string, string, string]) => {
  for (const [at, part] of ['day', 'month', 'year'].entries())
    await tab.locator(`#${prefix}-${part}`).fill(date[at] ?? '')
}

journeys('somebody who waits for an answer, with a browser', setting, () => {
  for (const javaScriptEnabled of [true, false]) {
    const scripts = javaScriptEnabled ? 'with' : 'without'
    journey(
      `works out a date, adds what happened, mends it and sends the address, ${scripts} scripts`,
      async () => {
        const context = await on.browser.newContext({ javaScriptEnabled })
        const tab = await context.newPage()
        await tab.goto(on.origin)
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
        await tab
          .getByRole('link', { name: /"Fees notice given" on 9 May 2027 lies before/ })
          .click()
        if (javaScriptEnabled)
          assert.equal(await tab.evaluate('document.activeElement.id'), 'fees_notice_given-2-day')
        await fillDate(tab, 'fees_notice_given-2', ['', '', ''])
        await tab.getByRole('button', { name: 'Work out the date' }).last().click()
        assert.equal((await answer.innerText()).trim(), 'By the end of Friday 11 June 2027')

        await tab.getByText('Every day, counted and left out').click()
        assert.ok(
          await tab.getByRole('row', { name: /Wednesday 12 May 2027 Left out/ }).isVisible(),
        )
        const sent = await tab
          .getByRole('link', { name: 'Address of this answer' })
          .getAttribute('href')
        assert.equal(`${on.origin}${sent}`, tab.url())
        const other = await context.newPage()
        await other.goto(`${on.origin}${sent}`)
        assert.equal(
          (await other.locator('#answer').innerText()).trim(),
          'By the end of Friday 11 June 2027',
        )
        await context.close()
      },
    )
  }
})

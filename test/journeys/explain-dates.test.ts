import assert from 'node:assert/strict'
import type { Page as Tab } from 'playwright-core'
import { createCase } from '#domain/cases/index.ts'
import { allOperations } from '#operations'
import { apiStage, type ApiStage } from '#test/api-stage.ts'
import { journey, journeys } from '#test/browser.ts'
import { installShippedPack } from '#test/install-pack.ts'
import { journeyStage, type JourneyStage } from '#test/journey-stage.ts'

let on: JourneyStage<ApiStage>
const setting = {
  async open() {
    const stage = await apiStage(allOperations)
    await installShippedPack(stage, 'information-requests')
    on = await journeyStage(stage)
  },
  close: () => on.close(),
}

// Counted by hand from section 10 of the Act: Saturdays, Sundays and the bank holidays of any part of the United Kingdom
// are no working days, 30 November (Scotland) among them; nor are the days between a fees notice and the fee.
journeys('an officer with a request that came on a Saturday', setting, () => {
  let tab: Tab
  let caseAddress: string

  const comeIn = async (day: string) => {
    on.stage.clock.set(`${day}T15:00:00Z`)
    await tab.goto(`${on.origin}${await on.web.signInLink()}`)
    await tab.getByRole('button', { name: 'Sign in' }).click()
    await tab.getByRole('heading', { name: 'My work' }).waitFor()
  }
  const record = async (what: string, day: string, now: string) => {
    await comeIn(now)
    await tab.goto(`${caseAddress}/clock/events/new`)
    await tab.getByLabel(what, { exact: true }).check()
    await tab.getByLabel('When it happened').fill(day)
    await tab.getByRole('button', { name: 'Record' }).click()
    await tab.getByText('Recorded').first().waitFor()
  }
  const main = async () => (await tab.locator('main').innerText()).replace(/\s+/g, ' ')

  journey('reads on screen why it is due when it is', async () => {
    on.stage.clock.set('2026-10-10T18:45:00Z')
    const { caseId } = (await on.stage.perform(createCase, {
      Type: 'FOI',
      Details: 'What did the new depot cost?',
      'Customer.Name': 'Robin Field',
      RequestDate: '2026-10-10T19:40:00',
    })) as { readonly caseId: number }
    caseAddress = `${on.origin}/cases/${caseId}`
    tab = await on.browser.newPage()
    await record('Clarification asked for', '14/10/2026', '2026-10-14')
    assert.match(await main(), /Clock stopped Clarification outstanding since 14 October 2026/)
    await record('Clarification received', '22/10/2026', '2026-10-22')
    await record('Fees notice given', '26/10/2026', '2026-10-26')
    await record('Fee received', '2/11/2026', '2026-11-02')
    await tab
      .getByRole('link', { name: /^Why this date/ })
      .first()
      .click()
    assert.match(
      await main(),
      /Due 27 November 2026, 19 working days left .* afresh on 22 October 2026: .* Fee notice outstanding, 6 days between 26 October 2026 and 2 November 2026\./,
    )
    await tab.getByText('Every day, counted and left out').click()
    const day = (name: RegExp) => tab.getByRole('row', { name }).waitFor()
    await day(/Friday 30 October 2026 Left out: Fee notice outstanding/)
    await day(/Friday 27 November 2026 Day 20/)

    await comeIn('2026-11-26')
    await tab.goto(`${caseAddress}/details/change`)
    await tab.getByLabel('Exemptions relied on').fill('Part 2: section 43(2)')
    await tab.getByRole('button', { name: 'Save details' }).click()
    await tab.getByText('Section 43(2)', { exact: false }).waitFor()
    await tab.goto(`${caseAddress}/progress`)
    await tab.getByRole('button', { name: 'Move on: Request' }).click()
    await tab.getByLabel('More time for the public interest test').check()
    await tab.getByRole('button', { name: 'Move on' }).click()
    await tab.getByRole('heading', { name: 'Progress' }).waitFor()
    await tab.goto(`${caseAddress}/deadlines/respond`)
    assert.match(await main(), /Due 30 December 2026.*40 working days are counted/)
    assert.match(await main(), /Christmas Day, 25 December 2026; /)
    await tab.close()
  })
})

import assert from 'node:assert/strict'
import type { Page as Tab } from 'playwright-core'
import { allOperations } from '#operations'
import { getRecentCaseList } from '#domain/cases/index.ts'
import { apiStage, form, signed, type ApiStage } from '#test/api-stage.ts'
import { journey, journeys } from '#test/browser.ts'
import { journeyStage, type JourneyStage } from '#test/journey-stage.ts'
import { loopbackSite } from '#test/loopback-site.ts'
import { allowLoopback } from '#test/web-stage.ts'

let on: JourneyStage<ApiStage>
const setting = {
  async open() {
    const stage = await apiStage(allOperations)
    await stage.test.sql(
      `insert into options (organisation_id, list, value)
       select $1, o.list, o.value from (values ('contact method', 'Letter'),
         ('parameter', 'Customer.ContactMethod')) as o (list, value)`,
      [stage.organisationId],
    )
    on = await journeyStage(stage)
  },
  close: () => on.close(),
}

journeys('a case worker with a browser and a case from a program', setting, () => {
  const createCase = async (documentUrl: string): Promise<string> => {
    const payload = signed({
      Type: 'Complaint',
      'Customer.Surname': 'Bell',
      'Customer.ContactMethod': 'By <pigeon>',
      'Document1.Name': 'Plan.pdf',
      'Document1.URL': documentUrl,
    })
    const headers = { ...form, host: 'uat.icasework.com' }
    const reply = await on.stage.send({
      method: 'POST',
      url: '/createcase?db=demo',
      headers,
      payload,
    })
    return /<caseid>(\d+)<\/caseid>/.exec(reply.body)?.[1] ?? assert.fail(reply.body)
  }

  const press = async (tab: Tab, name: RegExp): Promise<void> => {
    const button = tab.getByRole('button', { name })
    await button.focus()
    await tab.keyboard.press('Enter')
  }

  for (const javaScriptEnabled of [true, false]) {
    const scripts = javaScriptEnabled ? 'with' : 'without'
    journey(
      `settles what did not fit and has the document fetched once its host is allowed, ${scripts} scripts`,
      async (t) => {
        const site = await loopbackSite(t, (_, response) => response.end('%PDF-1.7 plan'))
        const caseId = await createCase(`${site.origin}/secret-folder/plan`)
        const context = await on.browser.newContext({ javaScriptEnabled })
        const tab = await context.newPage()
        await tab.goto(`${on.origin}${await on.web.signInLink()}`)
        await tab.getByRole('button', { name: 'Sign in' }).click()
        await tab.goto(`${on.origin}/cases/${caseId}`)

        await tab.getByRole('link', { name: '1 value did not fit' }).click()
        assert.equal(tab.url(), `${on.origin}/cases/${caseId}#flags`)
        const said = await tab.locator('main').innerText()
        assert.match(said, /Customer contact method\s+By <pigeon>/)
        assert.match(said, /1 document could not be retrieved/)

        await press(tab, /^Done/)
        await tab.getByText('Marked as done').waitFor()
        await tab.getByText('Settled (1)').click()
        assert.ok(await tab.getByText('By <pigeon>').first().isVisible())

        await tab.getByRole('link', { name: '1 document could not be retrieved' }).click()
        const held = await tab.locator('main').innerText()
        assert.match(held, /Plan\.pdf[^]*Not retrieved[^]*127\.0\.0\.1/i)
        assert.doesNotMatch(held, /secret-folder/)
        await press(tab, /^Try again/)
        await tab.getByText('Plan.pdf could not be retrieved').waitFor()
        await allowLoopback(on.stage, site.port)
        await press(tab, /^Try again/)
        await tab.getByText('Plan.pdf has been retrieved').waitFor()
        assert.equal(tab.url(), `${on.origin}/cases/${caseId}/documents`)
        assert.equal(await tab.getByRole('link', { name: 'Plan.pdf' }).count(), 1)
        await tab.getByRole('link', { name: 'Overview' }).click()
        assert.equal(await tab.getByText('To be looked at').count(), 0)

        const recent = await on.stage.perform(getRecentCaseList, { UserName: 'sdee' })
        assert.equal((recent as { caseId: string }[])[0]?.caseId, caseId)
        await context.close()
      },
    )
  }
})

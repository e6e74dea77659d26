import assert from 'node:assert/strict'
import type { Page as Tab } from 'playwright-core'
import { allOperations } from '#operations'
import { apiStage, form, signed, type ApiStage } from '#test/api-stage.ts'
import { journey, journeys } from '#test/browser.ts'
import { journeyStage, type JourneyStage } from '#test/journey-stage.ts'

let on: JourneyStage<ApiStage>
const setting = {
  async open() {
    on = await journeyStage(await apiStage(allOperations))
  },
  close: () => on.close(),
}

type Pair = { readonly key: string; readonly secret: string }

const allowed = '203.0.113.10'
const elsewhere = '198.51.100.7'

/** Makes a case type of one stage, which asks one question that must be answered, and publishes it. */
async function publishCaseType(tab: Tab): Promise<void> {
  await tab.goto(`${on.origin}/admin/case-types`)
  await tab.getByRole('link', { name: 'Make a case type' }).click()
  await tab.getByLabel('Name of the case type').fill('Skip permit')
  await tab.getByRole('button', { name: 'Begin the draft' }).click()
  await tab.getByRole('link', { name: 'Details', exact: true }).click()
  await tab.getByLabel('Question').fill('Where the skip is to stand')
  await tab.getByLabel('It must be given').check()
  await tab.getByRole('button', { name: 'Save field' }).click()
  await tab.getByText('Field saved').waitFor()
  await tab.getByRole('link', { name: 'Stages, tasks, letters and deadlines' }).click()
  const main = tab.locator('main')
  await main.locator('[id^="stage-"]').getByRole('link').click()
  await tab.getByLabel('Name', { exact: true }).fill('Look at the street')
  await tab.getByLabel('Status as staff read it').fill('Street to be looked at')
  await tab.getByRole('button', { name: 'Save' }).click()
  await tab.getByText('Workflow saved').waitFor()
  await tab.getByRole('link', { name: /^Back to/ }).click()
  await tab.getByRole('link', { name: 'Publish the draft' }).click()
  await tab.getByRole('button', { name: 'Publish' }).click()
  await tab.getByText('Case type published').waitFor()
}

/** Makes a key that works from one address, and gives it with the secret that is shown once. */
async function makeKey(tab: Tab): Promise<Pair> {
  await tab.goto(`${on.origin}/admin/api-keys`)
  await tab.getByRole('button', { name: 'Make an API key' }).click()
  await tab.getByLabel('Name', { exact: true }).fill('Permit form')
  await tab.getByLabel('Allowed addresses').fill(allowed)
  await tab.getByRole('button', { name: 'Make the key' }).click()
  await tab.getByRole('button', { name: 'Show the secret once' }).click()
  const key = await tab.getByLabel('Key', { exact: true }).inputValue()
  const secret = await tab.getByLabel('Secret', { exact: true }).inputValue()
  return { key, secret }
}

const createCase = (
  fields: Readonly<Record<string, string>>,
  { pair, from }: { readonly pair: Pair; readonly from: string },
) =>
  on.stage.send({
    method: 'POST',
    url: '/createcase?db=demo',
    headers: { ...form, host: 'uat.icasework.com' },
    payload: signed({ Type: 'Skip permit', 'Customer.Surname': 'Lark', ...fields }, pair),
    remoteAddress: from,
  })

/** Asks until it is answered: what was made on a page is announced to those who remember it. */
async function answered(ask: () => ReturnType<typeof createCase>): Promise<string> {
  for (;;) {
    const reply = await ask()
    if (reply.statusCode === 200) return reply.body
    assert.ok(reply.statusCode < 500, reply.body)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const cases = async () => {
  const [row] = await on.stage.test.sql('select count(*)::int as n from cases')
  return row?.['n']
}

journeys('an administrator with a browser and a program', setting, () => {
  journey('sets a service up, and a program opens its first case from where it may', async () => {
    const tab = await on.browser.newPage()
    tab.setDefaultTimeout(120_000)
    await tab.goto(`${on.origin}${await on.web.signInLink()}`)
    await tab.getByRole('button', { name: 'Sign in' }).click()
    await tab.getByRole('heading', { level: 1 }).waitFor()
    await publishCaseType(tab)
    const pair = await makeKey(tab)

    const place = { Details: 'Outside number 7' }
    const body = await answered(() => createCase(place, { pair, from: allowed }))
    const caseId = /<caseid>(\d+)<\/caseid>/.exec(body)?.[1] ?? assert.fail(body)
    const before = await cases()
    assert.equal((await createCase(place, { pair, from: elsewhere })).statusCode, 403)
    const lacking = await createCase({}, { pair, from: allowed })
    assert.equal(lacking.statusCode, 400, lacking.body)
    assert.equal(await cases(), before)

    await tab.goto(`${on.origin}/cases/${caseId}`)
    await tab.getByText('Street to be looked at').first().waitFor()
    await tab.getByRole('link', { name: 'Details', exact: true }).click()
    await tab.getByText('Where the skip is to stand').waitFor()
    assert.match(await tab.locator('main').innerText(), /Outside number 7/)
    await tab.context().close()
  })
})

import assert from 'node:assert/strict'
import type { BrowserContextOptions, Page as Tab } from 'playwright-core'
import { createCase } from '#domain/cases/index.ts'
import { createSignInToken, signInAddress } from '#domain/sign-in/index.ts'
import { allOperations } from '#operations'
import { apiStage, type ApiStage } from '#test/api-stage.ts'
import { journey, journeys } from '#test/browser.ts'
import { installShippedPack } from '#test/install-pack.ts'
import { journeyStage, type JourneyStage } from '#test/journey-stage.ts'
import { addStaff } from '#test/staff.ts'

let on: JourneyStage<ApiStage>
const setting = {
  async open() {
    const stage = await apiStage(allOperations)
    await installShippedPack(stage, 'general')
    await addStaff(stage, 'okafor', { team: 'CUSTREL' })
    on = await journeyStage(stage)
  },
  close: () => on.close(),
}

/** A browser of their own for somebody who has come in by a link. */
async function comeIn(email: string, options: BrowserContextOptions = {}): Promise<Tab> {
  const { organisationId, clock, test } = on.stage
  const at = { organisationId, now: clock.now() }
  const token = (await createSignInToken(test.database, at, email)) ?? assert.fail(email)
  const tab = await (await on.browser.newContext(options)).newPage()
  await tab.goto(`${on.origin}${signInAddress('demo', token)}`)
  await tab.getByRole('button', { name: 'Sign in' }).click()
  await tab.getByRole('heading', { name: 'My work', level: 1 }).waitFor()
  return tab
}
const sam = 'sam.dee@demo.example'
const okafor = 'okafor@demo.example'

const openCase = async (Subject: string): Promise<number> =>
  (
    (await on.stage.perform(createCase, {
      Type: 'GeneralEnquiry',
      Subject,
      'Customer.Name': 'Robin Field',
    })) as { readonly caseId: number }
  ).caseId

const mainOf = async (tab: Tab): Promise<string> =>
  (await tab.locator('main').innerText()).replace(/\s+/g, ' ')

/** What can be done on a case is a link or, where many are folded together, an entry of a menu. */
const doThe = (tab: Tab, action: string): Promise<void> =>
  tab.locator('main').getByText(action, { exact: true }).click()

journeys('people at work, each with a browser', setting, () => {
  journey('a call is recorded, its case worked and closed', async () => {
    const tab = await comeIn(sam)
    // whoever types faster than the page loads is not kept waiting for the next letter
    const { promise: hasTyped, resolve: typed } = Promise.withResolvers<void>()
    await tab.route(/findasyoutype/, (script) => hasTyped.then(() => script.continue()))
    await tab.getByRole('link', { name: 'Record a call' }).click()
    await tab.getByLabel('Find the caller').fill('Nobody of that name')
    typed()
    await tab.getByText('Nobody was found. Check the spelling').waitFor()
    await tab.getByRole('link', { name: 'Somebody who is not on record' }).click()
    await tab.getByLabel('General enquiry').check()
    await tab.getByRole('button', { name: 'Continue' }).click()
    await tab.getByLabel('Subject').fill('When are bins emptied?')
    await tab.getByLabel('Given name').fill('Ife')
    await tab.getByLabel('Family name').fill('Lark')
    await tab.getByRole('button', { name: 'Attach documents' }).click()
    await tab.getByRole('button', { name: 'Attach documents' }).click()
    await tab.getByRole('link', { name: 'Choose a file' }).waitFor()
    const plan = { name: 'Plan.txt', mimeType: 'text/plain', buffer: Buffer.from('A plan') }
    await tab.locator('input[type=file]').setInputFiles(plan)
    await tab.getByRole('button', { name: 'Attach documents' }).click()
    await tab.getByRole('link', { name: 'Go on recording the call' }).waitFor()
    assert.equal(await tab.getByText('Choose a file', { exact: true }).count(), 0)
    assert.match(await tab.title(), /^Record a call/)
    await tab.getByRole('link', { name: 'Go on recording the call' }).click()
    await tab.getByText('Plan.txt, 1 KB').waitFor()
    await tab.getByRole('button', { name: 'Record call' }).click()
    await tab.getByText('The reference to read out').waitFor()
    const number = /\d{6}/.exec(await mainOf(tab))?.[0] ?? assert.fail()
    await tab.goto(`${on.origin}/cases/${number}`)
    await doThe(tab, 'Assign this case')
    await tab.getByLabel('Me', { exact: true }).check()
    await tab.getByRole('button', { name: 'Assign case' }).click()
    await tab.getByText('Owner').waitFor()
    await tab.getByRole('link', { name: 'My work' }).click()
    await tab
      .getByRole('link', { name: new RegExp(number) })
      .first()
      .click()
    await tab.getByRole('link', { name: 'Progress' }).click()
    await tab.getByRole('button', { name: 'Move on: General enquiry' }).click()
    await tab.getByLabel('Answered', { exact: true }).check()
    await tab.getByRole('button', { name: 'Move on' }).click()
    await tab.getByText('Closed on 14 March 2026').waitFor()
    await tab.getByRole('link', { name: 'My work' }).click()
    await tab.getByText('You have nothing to do').waitFor()
    await tab.context().close()
  })

  journey('a confidential case is not there for somebody else', async () => {
    const caseId = await openCase('A delicate matter')
    const [tab, other] = await Promise.all([comeIn(sam), comeIn(okafor)])
    await other.goto(`${on.origin}/cases/${caseId}`)
    await other
      .getByRole('heading', { name: `Case ${caseId}` })
      .first()
      .waitFor()
    await tab.goto(`${on.origin}/cases/${caseId}/access`)
    await tab.getByRole('button', { name: 'Make this case confidential' }).click()
    await tab.getByText('Confidential').first().waitFor()
    assert.equal((await other.reload())?.status(), 404)
    for (const place of ['/queues', '/'])
      assert.doesNotMatch(
        (await other.goto(`${on.origin}${place}`), await mainOf(other)),
        new RegExp(String(caseId)),
      )
    const search = async (of: Tab) => {
      await of.goto(on.origin)
      await of.getByRole('searchbox').fill('delicate')
      await of.getByRole('searchbox').press('Enter')
      await of.getByRole('heading', { level: 1, name: /Search/ }).waitFor()
      return mainOf(of)
    }
    assert.doesNotMatch(await search(other), new RegExp(`${caseId}|delicate matter`))
    assert.match(await search(tab), new RegExp(String(caseId)))
    await Promise.all([tab.context().close(), other.context().close()])
  })

  journey('two people change one case, and neither loses anything', async () => {
    const caseId = await openCase('The gate')
    const [tab, other] = await Promise.all([comeIn(sam), comeIn(okafor)])
    const change = `${on.origin}/cases/${caseId}/details/change`
    await Promise.all([tab.goto(change), other.goto(change)])
    await tab.getByLabel('Subject').fill('The north gate')
    await tab.getByRole('button', { name: 'Save details' }).click()
    await tab.getByText('The north gate').first().waitFor()
    await other.getByLabel('Subject').fill('The south gate')
    await other.getByRole('button', { name: 'Save details' }).click()
    await other
      .getByRole('link', { name: /changed/i })
      .first()
      .waitFor()
    assert.match(await mainOf(other), /Subject Stored now: The north gate/)
    assert.equal(await other.getByLabel('Subject').inputValue(), 'The south gate')
    await Promise.all([tab.context().close(), other.context().close()])
  })

  journey('a case is found and a note added by keyboard alone', async () => {
    const caseId = await openCase('Keys')
    const tab = await comeIn(sam)
    const { keyboard } = tab
    /** Goes on to what is called so, however many stops lie before it. */
    const tabTo = async (name: string) => {
      for (let stops = 0; stops < 99; stops += 1) {
        await keyboard.press('Tab')
        const said = `(({ labels, innerText }) => (labels?.[0] ?? { innerText }).innerText.trim())`
        if ((await tab.evaluate(`${said}(document.activeElement)`)) === name) return
      }
      assert.fail(`${name} is not reached`)
    }
    await keyboard.press('/')
    await keyboard.type(String(caseId))
    await keyboard.press('Enter')
    await tab.waitForURL(`${on.origin}/cases/${caseId}`)
    await tabTo('Add a note')
    await keyboard.press('Enter')
    await tab.waitForURL(/notes\/new$/)
    await tabTo('Note')
    await keyboard.type('Typed without a mouse')
    await tabTo('Add note')
    await keyboard.press('Enter')
    await tab.getByText('Note added').waitFor()
    assert.match(await mainOf(tab), /Typed without a mouse/)
    await tab.context().close()
  })

  for (const [what, options] of [
    ['a screen 320 pixels wide', { viewport: { width: 320, height: 640 }, hasTouch: true }],
    ['200 % zoom', { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 }],
    ['no scripts', { javaScriptEnabled: false }],
  ] as const)
    journey(`a case is found and worked with ${what}`, async () => {
      const caseId = await openCase(`Worked with ${what}`)
      const tab = await comeIn(sam, options)
      const width = tab.viewportSize()?.width ?? 0
      const fits = async () => {
        const box = await tab.locator('main').boundingBox()
        assert.ok(box && box.x >= 0 && box.x + box.width <= width, tab.url())
      }
      await tab.getByRole('searchbox').fill(String(caseId))
      await tab.getByRole('searchbox').press('Enter')
      await tab.waitForURL(`${on.origin}/cases/${caseId}`)
      await fits()
      await doThe(tab, 'Add a note')
      await tab.getByLabel('Note', { exact: true }).fill(`Seen with ${what}`)
      await tab.getByRole('button', { name: 'Add note' }).click()
      await tab.getByText('Note added').waitFor()
      await fits()
      for (const place of ['progress', 'timeline', 'details', 'documents']) {
        await tab.goto(`${on.origin}/cases/${caseId}/${place}`)
        await fits()
      }
      await tab.context().close()
    })
})

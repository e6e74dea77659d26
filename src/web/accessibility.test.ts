import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page as Tab } from 'playwright-core'
import { startBrowser, withoutBrowser } from '#test/browser.ts'
import { tally } from '#test/tally/tally.ts'
import { everyExample } from '#test/views.ts'
import { searchBox } from '#web/caseworker/search/search-box.ts'
import { assetAt } from '#web/layout/assets.ts'
import { headersOf } from '#web/layout/headers.ts'
import { html, render } from '#web/layout/html.ts'
import { layout } from '#web/layout/layout.ts'
import type { Page } from '#web/layout/layout.ts'

const examples = await everyExample()
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')))

/** Kept by the browser, with what it has compiled of it. */
const axeHeaders = { 'content-type': 'text/javascript', 'cache-control': 'max-age=86400' }

const surroundings = {
  organisation: 'Example Council',
  person: {
    name: 'Bryn Caseworker',
    csrfToken: 'example',
    navigation: [
      { href: '/', text: 'My work', isCurrent: true },
      { href: '/people', text: 'People', isCurrent: false },
      { href: '/notices', text: 'Notices', isCurrent: false },
    ],
    search: searchBox('example'),
    session: { idleSeconds: 1800, lastSeconds: 43_200 },
  },
}

const viewOf = (index: number): string => examples[index]?.name.split(': ')[0] ?? ''

const isFirstOfItsView = (index: number): boolean => viewOf(index) !== viewOf(index - 1)

/** All views below each other, so that one page shows of each whether it is whole. */
const allViews: Page = {
  title: 'All views',
  content: html`${examples
    .filter((_, index) => isFirstOfItsView(index))
    .map(({ name, page }) => html`<section data-view="${name}">${page.content}</section>`)}`,
}

const server = createServer((request, response) => {
  const address = request.url ?? ''
  const asset = assetAt(address)
  const page =
    address === '/views' ? allViews : examples[Number(address.slice(1) || Number.NaN)]?.page
  if (address === '/axe.js') response.writeHead(200, axeHeaders).end(axe)
  else if (asset) response.writeHead(200, asset.headers).end(asset.body)
  else if (page) {
    response.writeHead(200, { ...headersOf(page), 'content-type': 'text/html; charset=utf-8' })
    response.end(render(layout(page, surroundings)))
  } else response.writeHead(404).end()
})

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const narrow = { width: 320, height: 640 }
const wide = { width: 1280, height: 720 }

// what is found to be right stays in the browser: bringing it over takes as long as finding it
const violations = (): Promise<readonly string[]> =>
  tab.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(
      ({ violations }) => violations.map(
        ({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' ')))`,
  )

const asked: { readonly url: string; readonly kind: string }[] = []
const complaints: string[] = []
let browser: Browser
let context: BrowserContext
let tab: Tab
let origin: string

const open = async (): Promise<void> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await startBrowser()
  context = await browser.newContext()
  context.on('request', (made) => asked.push({ url: made.url(), kind: made.resourceType() }))
  context.on('console', (message) => complaints.push(message.text()))
  context.on('weberror', (error) => complaints.push(error.error().message))
  tab = await context.newPage()
}

const close = async (): Promise<void> => {
  await browser.close()
  await new Promise((resolve) => server.close(resolve))
}

const isAccessible = async (index: number, name: string): Promise<void> => {
  await tab.setViewportSize(narrow)
  await tab.goto(`${origin}/${index}`)
  await tab.addScriptTag({ url: '/axe.js' })
  assert.equal(await tab.evaluate('document.documentElement.scrollWidth'), narrow.width)
  assert.deepEqual(await violations(), [])
  if (isFirstOfItsView(index)) {
    await tab.setViewportSize(wide)
    assert.deepEqual(await violations(), [])
  }
  tally('page', name)
}

const isEnhanced = async (): Promise<void> => {
  await tab.goto(`${origin}/0`)
  await tab.waitForSelector('body.govuk-frontend-supported')
  const family = await tab.evaluate('getComputedStyle(document.querySelector("h1")).fontFamily')
  assert.match(String(family), /^system-ui/)
}

const areWholeWithoutScripts = async (): Promise<void> => {
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const bare = await plain.newPage()
  await bare.goto(`${origin}/views`)
  for (const view of await bare.locator('[data-view]').all()) {
    const last = await view.locator(':is(p, button, td, a):not(details *)').last().boundingBox()
    assert.ok(last && last.height > 0, (await view.getAttribute('data-view')) ?? '')
  }
  await plain.close()
}

const askedNoOther = (): void => {
  const elsewhere = asked.filter(({ url }) => !url.startsWith(`${origin}/`))
  const fonts = asked.filter(({ url, kind }) => kind === 'font' || /\.woff2?$/.test(url))
  assert.ok(asked.length > examples.length)
  assert.deepEqual({ elsewhere, fonts, complaints }, { elsewhere: [], fonts: [], complaints: [] })
}

suite('in a real browser', { skip: withoutBrowser }, () => {
  before(open)
  after(close)
  for (const [index, { name }] of examples.entries()) {
    test(`${name}: axe finds nothing, and it fits a narrow screen`, () => isAccessible(index, name))
  }
  test('the scripts run, and the typeface is that of the reader’s machine', isEnhanced)
  test('every view is whole where scripts do not run', areWholeWithoutScripts)
  test('nothing is asked of another server, no font of any, and nothing is blocked', askedNoOther)
})

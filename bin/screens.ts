// Takes the pictures of the guide from a demonstration that is started for it and thrown away afterwards.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { systemBrowser, unpackBrowser, unpackedIn } from '#test/packed-browser.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Where the pictures of the guide lie. */
export const imagesFolder = join(root, 'docs/guide/images')

/** The size of every picture, in pixels. */
export const pictureSize = { width: 1280, height: 800 } as const

const administrator = 'admin@demo.example'

/** A page of the guide: the name of its picture, and how somebody who is signed in comes to it. */
type Screen = { readonly name: string; readonly open: (page: Page) => Promise<unknown> }

const at =
  (address: string) =>
  (page: Page): Promise<unknown> =>
    page.goto(address)

async function lookFor(page: Page, text: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('searchbox').fill(text)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.waitForURL('**/search**')
}

/** The pages of which there are pictures, in the order of the guide; the page for signing in comes before all. */
export const screens: readonly Screen[] = [
  { name: 'my-work', open: at('/') },
  { name: 'queue', open: at('/queues?Team=CUSTREL') },
  { name: 'case', open: at('/cases/700123') },
  {
    name: 'why-this-date',
    async open(page) {
      await page.goto('/cases/700123')
      await page.getByRole('link', { name: 'Why this date?' }).first().click()
      await page.getByRole('heading', { level: 1, name: 'Why this date' }).waitFor()
    },
  },
  { name: 'record-a-call', open: at('/calls/new?New=yes&CaseType=GeneralEnquiry') },
  {
    name: 'person',
    async open(page) {
      await page.goto('/people')
      await page.getByLabel('What you know of the person').fill('Bell')
      await page.getByRole('button', { name: 'Find' }).click()
      await page.getByRole('link', { name: 'Miss Ann Bell' }).first().click()
      await page.getByRole('heading', { name: 'Cases' }).waitFor()
    },
  },
  { name: 'search', open: (page) => lookFor(page, 'Bell') },
  { name: 'administration', open: at('/admin') },
  {
    name: 'case-type-draft',
    async open(page) {
      await page.goto('/admin/case-types')
      await page.getByRole('button', { name: 'Begin a draft of General enquiry' }).click()
      await page.goto('/admin/case-types')
      await page.getByRole('link', { name: 'Draft of General enquiry' }).click()
      await page.getByRole('heading', { name: 'Fields of the form', exact: true }).waitFor()
    },
  },
]

/** The name of the picture of the page on which one signs in. */
export const signInScreen = 'sign-in'

/** Takes every picture anew, and answers when they are written; what was started is gone by then. */
export async function takeScreens(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-screens-'))
  // root's PostgreSQL runs as another user, who must pass through here
  chmodSync(folder, 0o711)
  const server = startDemonstration(join(folder, 'data'))
  try {
    const { address, password } = await welcomeOf(server)
    const browser = await startBrowser(join(folder, 'browser'))
    try {
      await takeAll(browser, { address, password })
    } finally {
      await browser.close()
    }
  } finally {
    await stop(server)
    rmSync(folder, { recursive: true, force: true })
  }
}

function startDemonstration(data: string): ChildProcess {
  const environment = { ...process.env, PORT: '0', DATA_DIR: data }
  return spawn(process.execPath, [join(root, 'bin/start.mjs')], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

type Entry = { readonly address: string; readonly password: string }

/** What the server says once it listens: where, and the administrator's password. */
async function welcomeOf({ stdout }: ChildProcess): Promise<Entry> {
  let said = ''
  return new Promise((resolve, reject) => {
    stdout?.on('end', () => reject(new Error(`The demonstration did not start: ${said}`)))
    stdout?.on('data', (part) => {
      said += String(part)
      const address = /Sign in at (\S+)\/sign-in/.exec(said)?.[1]
      const password = new RegExp(`${administrator}\\s+(\\S+)\\s`).exec(said)?.[1]
      if (address !== undefined && password !== undefined) resolve({ address, password })
    })
  })
}

async function startBrowser(folder: string): Promise<Browser> {
  if (systemBrowser === undefined) await unpackBrowser(folder)
  const { path, env } =
    systemBrowser === undefined ? unpackedIn(folder) : { path: systemBrowser, env: process.env }
  return chromium.launch({
    executablePath: path,
    env: env as Record<string, string>,
    args: ['--no-sandbox', '--disable-gpu'],
  })
}

async function takeAll(browser: Browser, { address, password }: Entry): Promise<void> {
  mkdirSync(imagesFolder, { recursive: true })
  const page = await browser.newPage({ baseURL: address, viewport: pictureSize, locale: 'en-GB' })
  await page.goto('/sign-in')
  await take(page, signInScreen)
  await page.getByLabel('E-mail address or user name').fill(administrator)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'My work', level: 1 }).waitFor()
  for (const { name, open } of screens) {
    await open(page)
    await take(page, name)
  }
}

/** Shows the port at which readers find their own server, in place of the free one that was taken. */
const showUsualPort = `document.fonts.ready.then(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replaceAll(location.host, 'localhost:8080')
})`

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(showUsualPort)
  await page.screenshot({ path: join(imagesFolder, `${name}.png`), animations: 'disabled' })
  console.log(`${name}.png`)
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
}

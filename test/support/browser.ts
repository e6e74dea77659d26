import { after, before, suite, test, type TestContext } from 'node:test'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { systemBrowser, unpackedIn } from '#test/packed-browser.ts'
import { tally } from '#test/tally/tally.ts'

const folder = process.env['CASEWRIGHT_TEST_BROWSER']

/** The browser to test with: this machine's, or the one that the run has unpacked. */
const found =
  systemBrowser === undefined
    ? folder === undefined
      ? undefined
      : unpackedIn(folder)
    : { path: systemBrowser, env: process.env }

/** Why there is nothing to try in a browser, said of a suite that is left out. */
export const withoutBrowser: string | false =
  found === undefined && 'no browser on this machine, and none unpacked: `npm test` unpacks one'

/** Starts the browser, asking nothing of the network but what a page asks. */
export async function startBrowser(): Promise<Browser> {
  if (!found) throw new Error(String(withoutBrowser))
  return chromium.launch({
    executablePath: found.path,
    env: found.env as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** What journeys need before they begin, and what is put away after them. */
export interface Setting {
  readonly open: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The journeys of one person with a browser; where there is none they are counted as not run. */
export const journeys = (who: string, { open, close }: Setting, declare: () => void): void =>
  void suite(who, () => {
    if (withoutBrowser === false) {
      before(open)
      after(close)
    }
    declare()
  })

/** One journey, counted once it has come to its end. */
export function journey(name: string, go: (t: TestContext) => Promise<void>): void {
  if (withoutBrowser !== false) tally('unrun', name)
  void test(name, { skip: withoutBrowser }, async (t) => {
    await go(t)
    tally('journey', name)
  })
}

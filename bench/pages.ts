import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { createSignInToken, signInAddress } from '#domain/sign-in/index.ts'
import { openConnection, requestBytes, type Connection } from './connection.ts'
import type { BenchOptions } from './options.ts'
import { pageLine, type Line } from './lines.ts'
import { openOwnPages, type OwnPages } from './own-pages.ts'
import { pagesOf, type Page, type Sample } from './main-pages.ts'
import { account, type Stage } from './stage.ts'

/** How many people click at once, and how long each looks at a page. */
const people = 8
const lookingFor = 250

/** Somebody who is signed in, with the pages that they may open. */
interface Person {
  readonly cookie: string
  readonly connection: Connection
  readonly pages: readonly Page[]
}

/** Lets eight people open the main pages over and over, each looking at a page before opening the next. */
export async function measurePages(stage: Stage, options: BenchOptions): Promise<readonly Line[]> {
  const sample = await sampleOf(stage)
  const everybody: Person[] = []
  for (const email of sample.emails.slice(0, people))
    everybody.push(await signIn(stage, sample, email))
  const own = await openOwnPages(stage.installation)
  try {
    const names = [...new Set(everybody.flatMap(({ pages }) => pages.map(({ name }) => name)))]
    const statements = new Map<string, number>()
    for (const name of names) statements.set(name, await statementsOf(own, everybody, name))
    const times = new Map<string, number[]>(names.map((name) => [name, []]))
    const turns = options.rounds * Math.max(2, Math.round(options.seconds))
    await Promise.all(everybody.map((person, at) => click(person, { at, turns, times })))
    return names.map((name) => pageLine(name, times.get(name) ?? [], statements.get(name) ?? NaN))
  } finally {
    await own.close()
    for (const { connection } of everybody) connection.close()
  }
}

async function click(
  { cookie, connection, pages }: Person,
  { at, turns, times }: { at: number; turns: number; times: ReadonlyMap<string, number[]> },
): Promise<void> {
  await pause((lookingFor * at) / people)
  for (let turn = 0; turn < turns; turn++)
    for (const { name, requests } of pages) {
      const request = requests[(turn * people + at) % requests.length]
      if (!request) continue
      const begin = performance.now()
      if (await opens(connection, bytesOf(request, cookie)))
        times.get(name)?.push(performance.now() - begin)
      await pause(lookingFor)
    }
}

/** False of what is not for this person, such as a confidential case. */
async function opens(connection: Connection, bytes: Buffer): Promise<boolean> {
  const { status, body } = await connection.send(bytes)
  if (status >= 500) throw new Error(`${status} ${body}`)
  return status < 400
}

const bytesOf = ({ path, form }: Page['requests'][number], cookie: string): Buffer =>
  form === undefined
    ? requestBytes('GET', path, { headers: { cookie } })
    : requestBytes('POST', path, {
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...form }).toString(),
      })

/** People and things of the organisation, all over it. */
async function sampleOf({ installation, organisationId, cases }: Stage): Promise<Sample> {
  const client = new pg.Client(installation.addresses.owner)
  await client.connect()
  const texts = async (sql: string): Promise<readonly string[]> =>
    (await client.query<{ text: string }>(sql, [organisationId])).rows.map(({ text }) => text)
  try {
    return {
      emails: await texts(`select email as text from users where organisation_id = $1
        and role in ('administrator', 'manager', 'case worker') and email is not null order by user_id`),
      people: await texts(`select customer_id::text as text from case_parties
        where organisation_id = $1 and case_id % ${Math.max(1, Math.floor(cases / 40))} = 1`),
      names: await texts(`select distinct surname as text from customers
        where organisation_id = $1 and customer_id % ${Math.max(1, Math.floor(cases / 60))} = 1 limit 20`),
      cases,
    }
  } finally {
    await client.end()
  }
}

async function signIn(stage: Stage, sample: Sample, email: string): Promise<Person> {
  const { organisationId, installation, server } = stage
  const at = { organisationId, now: new Date() }
  const token = await createSignInToken(installation.database, at, email)
  if (token === undefined) throw new Error(`Nobody has the address ${email}`)
  const address = `http://127.0.0.1:${server.port}`
  const entered = await fetch(address + signInAddress(account, token), {
    method: 'POST',
    redirect: 'manual',
  })
  const cookie = entered.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const form = await (await fetch(`${address}/search`, { headers: { cookie } })).text()
  const csrfToken = /name="csrfToken"[^>]*value="([^"]+)"/.exec(form)?.[1]
  if (csrfToken === undefined) throw new Error(`${email} is not signed in: ${entered.status}`)
  const connection = await openConnection(server.port)
  const pages: Page[] = []
  for (const page of pagesOf(sample, csrfToken)) {
    const [first] = page.requests
    if (first && (await opens(connection, bytesOf(first, cookie)))) pages.push(page)
  }
  return { cookie, connection, pages }
}

/** The most statements that a request of the page sends. */
async function statementsOf(
  own: OwnPages,
  everybody: readonly Person[],
  name: string,
): Promise<number> {
  const person = everybody.find(({ pages }) => pages.some((page) => page.name === name))
  const requests = person?.pages.find((page) => page.name === name)?.requests ?? []
  let most = 0
  for (const request of requests.slice(0, 4))
    most = Math.max(most, await own.count(request, person?.cookie ?? ''))
  return most
}

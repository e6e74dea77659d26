import assert from 'node:assert/strict'
import type { LightMyRequestResponse } from 'fastify'
import { setSingleSignOn } from '#domain/single-sign-on/index.ts'
import { fixture, providerAccess, type Fixture } from '#test/fixture.ts'
import { startProvider, type Person, type TestProvider } from '#test/identity-provider.ts'
import { allowLoopback, cookiesOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

type Fields = Readonly<Record<string, string>>
type Rows = Record<string, unknown>[]

/** A visit under way: where the browser was sent, and what it holds. */
export interface Begun {
  readonly address: string
  readonly cookies: Cookies
}

/** The pages of a stage, a real provider that its first organisation trusts, and people between them. */
export interface SingleSignOnStage {
  readonly stage: Fixture
  readonly web: WebStage
  readonly provider: TestProvider
  /** The address at which it is reached. */
  readonly origin: string
  /** Sets single sign-on up anew: as it is at first, but for what is said. */
  setUp(sent?: Fields): Promise<unknown>
  /** Does something while single sign-on is set up so. */
  settingUp<T>(sent: Fields, work: () => Promise<T>): Promise<T>
  /** Presses the button on the page to sign in. */
  press(fields?: Fields, cookies?: Cookies): Promise<LightMyRequestResponse>
  /** The same, where the provider can be reached. */
  begin(fields?: Fields, cookies?: Cookies): Promise<Begun>
  /** Signs somebody in at the provider and opens the address it sends them back to. */
  comeBack(begun: Begun, person: Person): Promise<LightMyRequestResponse>
  /** The whole way. */
  signIn(person: Person, fields?: Fields): Promise<LightMyRequestResponse>
  /** Opens an address of this server with what the browser holds. */
  open(address: string, cookies: Cookies): Promise<LightMyRequestResponse>
  /** Adds a person, by the name before the @ of their address. */
  addPerson(
    name: string,
    more?: { readonly role?: string; readonly isDisabled?: boolean },
  ): Promise<unknown>
  rows(sql: string, ...values: readonly unknown[]): Promise<Rows>
  close(): Promise<void>
}

const site = providerAccess.siteAddress
const path = '/sign-in/demo/single-sign-on'

/** The stage as it is reached at another address. */
function reachedAt(stage: Fixture, site: { readonly address: string }): Fixture {
  const providers = {
    ...providerAccess,
    get siteAddress() {
      return site.address
    },
  }
  const outside = { ...stage.door.outside, providers }
  return { ...stage, door: { ...stage.door, outside } }
}

/** Builds the stage, with single sign-on switched on; for browsers it listens to a port, as another site than the provider. */
export async function singleSignOnStage({ isServed = false } = {}): Promise<SingleSignOnStage> {
  const reached = { address: site }
  const stage = reachedAt(await fixture(), reached)
  const web = await webStage(stage)
  if (isServed) reached.address = await listening(web)
  const provider = await startProvider({
    redirectAddress: `${reached.address}${path}/answer`,
    signedOutAddress: `${reached.address}/sign-in/demo`,
  })
  await allowLoopback(stage, provider.port)
  const rows: SingleSignOnStage['rows'] = (sql, ...values) =>
    stage.test.sql(sql, [stage.organisationId, ...values])
  const origin = reached.address
  const made = { stage, web, provider, rows, origin, ...travelling(web, provider) }
  const setUp: SingleSignOnStage['setUp'] = (sent = {}) =>
    stage.perform(setSingleSignOn, { ...settingsFor(provider), ...sent })
  await setUp()
  return Object.freeze<SingleSignOnStage>({
    ...made,
    setUp,
    async settingUp(sent, work) {
      await setUp(sent)
      try {
        return await work()
      } finally {
        await setUp()
      }
    },
    addPerson: (name, { role = 'case worker', isDisabled = false } = {}) =>
      rows(
        `insert into users (organisation_id, user_name, full_name, email, role, disabled_at)
         values ($1, $2, $2, $2 || '@demo.example', $3, case when $4 then timestamptz '2026-03-01' end)`,
        name,
        role,
        isDisabled,
      ),
    async close() {
      await provider.close()
      await web.app.close()
      await stage.close()
    },
  })
}

/** Listens on the loopback, and gives the address by its name: its numbers are the provider's. */
async function listening({ app }: WebStage): Promise<string> {
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return address.replace('127.0.0.1', 'localhost')
}

const settingsFor = ({ issuer, clientId, clientSecret }: TestProvider): Fields => ({
  IsOn: 'true',
  Label: 'Demo Council account',
  Issuer: issuer,
  ClientId: clientId,
  ClientSecret: clientSecret,
  Scopes: 'email profile groups',
  GroupRoles: 'leads = manager\nstaff = case worker\nbosses = administrator',
  IsOtherWayAllowed: 'true',
})

function travelling(web: WebStage, provider: TestProvider) {
  const press: SingleSignOnStage['press'] = (fields = {}, cookies = {}) =>
    web.app.inject({
      method: 'POST',
      url: path,
      cookies: { ...cookies },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  const begin: SingleSignOnStage['begin'] = async (fields, cookies = {}) => {
    const sent = await press(fields, cookies)
    assert.equal(sent.statusCode, 200, sent.body)
    const address = String(sent.headers['refresh']).replace('0; url=', '')
    return { address, cookies: { ...cookies, ...cookiesOf(sent) } }
  }
  const open: SingleSignOnStage['open'] = (address, cookies) => {
    assert.ok(address.startsWith(`${site}/`), address)
    return web.open(address.slice(site.length), cookies)
  }
  const comeBack: SingleSignOnStage['comeBack'] = async ({ address, cookies }, person) =>
    open(await provider.visit(address, person), cookies)
  const signIn: SingleSignOnStage['signIn'] = async (person, fields) =>
    comeBack(await begin(fields), person)
  return { press, begin, open, comeBack, signIn }
}

/** Somebody of the staff as the provider knows them; `name` is the part before the @ of their address. */
export const personNamed = (
  name: string,
  more: Readonly<Record<string, unknown>> = {},
): Person => ({
  sub: `subject of ${name}`,
  email: `${name}@demo.example`,
  email_verified: true,
  family_name: 'Okafor',
  given_name: 'Ife',
  groups: [],
  ...more,
})

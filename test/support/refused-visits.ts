import assert from 'node:assert/strict'
import type { LightMyRequestResponse } from 'fastify'
import { personNamed, type SingleSignOnStage } from '#test/single-sign-on-stage.ts'

/** A way that ends on a page of ours: what is said there, and what the audit is told. */
export interface RefusedVisit {
  readonly come: (on: SingleSignOnStage) => Promise<LightMyRequestResponse>
  readonly status: number
  readonly says: RegExp
  readonly audit: string
}

const knownTwice = { sub: 'another subject', email: 'ife@demo.example', email_verified: true }

/** Goes to the provider by an address that was altered on the way. */
async function altered(on: SingleSignOnStage, change: (asked: URLSearchParams) => void) {
  const begun = await on.begin()
  const address = new URL(begun.address)
  change(address.searchParams)
  return on.comeBack({ ...begun, address: address.href }, personNamed('ife'))
}

/** Comes back with a token of which claims were changed before it was signed. */
async function forging(on: SingleSignOnStage, claims: Readonly<Record<string, unknown>>) {
  on.provider.forge((token) => ({ ...token, ...claims }))
  try {
    return await on.signIn(personNamed('ife'))
  } finally {
    on.provider.forge(undefined)
  }
}

/** By what comes: how it ends. The stage knows ife, who is linked, gone, who is disabled, and typist. */
export const refusedVisits: Readonly<Record<string, RefusedVisit>> = {
  'an address that the provider does not vouch for': {
    come: (on) => on.signIn(personNamed('typist', { email_verified: false })),
    status: 403,
    says: /does not vouch for an e-mail address/,
    audit: 'no verified address',
  },
  'somebody who is not known here': {
    come: (on) => on.signIn(personNamed('stranger', { groups: ['staff'] })),
    status: 403,
    says: /You are not known here/,
    audit: 'unknown person',
  },
  'somebody new in no group, where new people are let in': {
    come: (on) =>
      on.settingUp({ IsUnknownAdmitted: 'true' }, () =>
        on.signIn(personNamed('stranger', { groups: ['visitors'] })),
      ),
    status: 403,
    says: /None of your groups/,
    audit: 'in no group',
  },
  'somebody who is disabled': {
    come: (on) => on.signIn(personNamed('gone')),
    status: 403,
    says: /You can no longer sign in/,
    audit: 'disabled',
  },
  'another account with the address of somebody linked': {
    come: (on) => on.signIn(knownTwice),
    status: 403,
    says: /another account of your provider/,
    audit: 'linked to another',
  },
  'a token for another program': {
    come: (on) => forging(on, { aud: 'another' }),
    status: 424,
    says: /made for another program/,
    audit: 'token: aud',
  },
  'a token of another issuer': {
    come: (on) => forging(on, { iss: 'https://elsewhere.example' }),
    status: 424,
    says: /comes from another issuer/,
    audit: 'token: iss',
  },
  'a token of long ago': {
    come: (on) => forging(on, { exp: 1_000_000_000 }),
    status: 424,
    says: /has lapsed/,
    audit: 'token: exp',
  },
  'a token for another attempt': {
    come: (on) => altered(on, (asked) => asked.set('nonce', 'x')),
    status: 424,
    says: /not made for this attempt/,
    audit: 'token: nonce',
  },
  'a code that was asked for with another proof': {
    come: (on) => altered(on, (asked) => asked.set('code_challenge', 'A'.repeat(43))),
    status: 424,
    says: /does not accept what it had sent/,
    audit: 'code refused',
  },
  'the same answer a second time': {
    async come(on) {
      const begun = await on.begin()
      const back = await on.provider.visit(begun.address, personNamed('ife'))
      assert.equal((await on.open(back, begun.cookies)).statusCode, 303)
      return on.open(back, begun.cookies)
    },
    status: 410,
    says: /It was used already/,
    audit: 'lapsed',
  },
  'an answer in another browser': {
    come: async (on) => on.comeBack({ ...(await on.begin()), cookies: {} }, personNamed('ife')),
    status: 410,
    says: /another browser/,
    audit: 'lapsed',
  },
  'an answer after more than ten minutes': {
    async come(on) {
      const begun = await on.begin()
      on.stage.clock.set('2026-03-14T09:40:01Z')
      try {
        return await on.comeBack(begun, personNamed('ife'))
      } finally {
        on.stage.clock.set('2026-03-14T09:30:00Z')
      }
    },
    status: 410,
    says: /more than ten minutes old/,
    audit: 'lapsed',
  },
  'no answer at all': {
    come: (on) => on.web.open('/sign-in/demo/single-sign-on/answer'),
    status: 410,
    says: /You are not signed in/,
    audit: 'lapsed',
  },
  'a provider that says no': {
    async come(on) {
      const { address, cookies } = await on.begin()
      const state = new URL(address).searchParams.get('state') ?? ''
      const answer = { error: 'access_denied', error_description: 'Ring 0800', state }
      const said = new URLSearchParams({ ...answer, iss: on.provider.issuer })
      const page = await on.web.open(
        `/sign-in/demo/single-sign-on/answer?${said.toString()}`,
        cookies,
      )
      assert.doesNotMatch(page.body, /0800/)
      return page
    },
    status: 424,
    says: /says that you are not allowed in/,
    audit: 'answered access_denied',
  },
  'a client secret that is not right': {
    come: (on) => on.settingUp({ ClientSecret: 'wrong' }, () => on.signIn(personNamed('ife'))),
    status: 424,
    says: /does not accept the client id or the client secret/,
    audit: 'invalid client',
  },
  'an issuer that is not a provider': {
    come: (on) => on.settingUp({ Issuer: `${on.provider.issuer}/elsewhere` }, () => on.press()),
    status: 424,
    says: /answered 404/,
    audit: 'status',
  },
  'a provider at an address that nobody has allowed': {
    async come(on) {
      const begun = await on.begin()
      const back = await on.provider.visit(begun.address, personNamed('ife'))
      return on.settingUp({ Issuer: 'http://127.0.0.1:1' }, () => on.open(back, begun.cookies))
    },
    status: 424,
    says: /not among the allowed sources/,
    audit: 'not public',
  },
  'single sign-on that was switched off': {
    come: (on) => on.settingUp({ IsOn: 'false' }, () => on.press()),
    status: 404,
    says: /switched off/,
    audit: 'off',
  },
}

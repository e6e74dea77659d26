import assert from 'node:assert/strict'
import type { LightMyRequestResponse } from 'fastify'
import type { SecondFactorRule } from '#domain/organisations/index.ts'
import { changePassword } from '#domain/sign-in/index.ts'
import type { Fixture } from '#test/fixture.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import type { Cookies, WebStage } from '#test/web-stage.ts'

/** The password of Sam Dee. */
export const password = 'violin moss 94 teapot'

type Fields = Readonly<Record<string, string>>

/** The ways of somebody who signs in by typing. */
export interface SignInStage {
  readonly post: (url: string, fields: Fields, cookies?: Cookies) => Promise<LightMyRequestResponse>
  /** Signs Sam Dee in, or whoever else the fields say. */
  readonly signIn: (fields?: Fields, cookies?: Cookies) => Promise<LightMyRequestResponse>
  readonly idOf: (userName: string) => Promise<number>
  readonly lastAudit: (operation: string) => Promise<Record<string, unknown> | undefined>
}

/** Gives Sam Dee a password, once; a second factor is required of nobody. */
export async function signInStage(stage: Fixture, web: WebStage): Promise<SignInStage> {
  const rows = (sql: string, ...values: readonly unknown[]) =>
    stage.test.sql(sql, [stage.organisationId, ...values])
  const post: SignInStage['post'] = (url, fields, cookies = {}) =>
    web.app.inject({
      method: 'POST',
      url,
      cookies: { ...cookies },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  const idOf = async (userName: string) =>
    Number(
      (
        await rows(
          'select user_id as id from users where organisation_id = $1 and user_name = $2',
          userName,
        )
      )[0]?.['id'],
    )
  await ruleSecondFactor(stage, 'recommended')
  await web.signIn()
  const [row] = await rows('select max(session_id) as id from sessions where organisation_id = $1')
  const sessionId = Number(row?.['id'])
  const came = await changePassword(
    stage.test.database,
    {
      organisationId: stage.organisationId,
      now: stage.clock.now(),
      address: '192.0.2.1',
      device: 'Firefox on Linux',
      requestId: 'made',
    },
    {
      actor: { ...stage.actor('manager'), id: await idOf('sdee'), sessionId },
      current: '',
      chosen: password,
      organisation: ['demo'],
    },
  )
  assert.deepEqual(came, { kind: 'set' })
  return Object.freeze<SignInStage>({
    post,
    idOf,
    signIn: (fields = {}, cookies = {}) =>
      post('/sign-in/demo', { name: 'sam.dee@demo.example', password, ...fields }, cookies),
    lastAudit: async (operation) =>
      (
        await rows(
          `select actor, outcome, particulars from audit_entries
           where organisation_id = $1 and operation = $2 order by entry_id desc limit 1`,
          operation,
        )
      )[0],
  })
}

/** Decides whether people must give a second factor. */
export const ruleSecondFactor = (stage: Fixture, rule: SecondFactorRule): Promise<unknown> =>
  stage.test.sql(
    `update organisations set settings = settings || jsonb_build_object('secondFactor', $2::text)
     where organisation_id = $1`,
    [stage.organisationId, rule],
  )

/** The fields of a page's forms, with what is in them. */
export const fieldsOf = (body: string): Fields =>
  Object.fromEntries(
    everyElement(readTree(body))
      .filter(({ name }) => name === 'input')
      .map(({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? '']),
  )

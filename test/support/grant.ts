import { createHmac } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { form, grant as grantField, type ApiStage } from '#test/api-stage.ts'
import { pairs } from '#test/fixture.ts'

/** How a request for a token differs from the plainest. */
export interface GrantManner {
  readonly header?: Readonly<Record<string, unknown>>
  readonly secret?: string
  readonly encoding?: 'base64' | 'base64url'
  readonly isEscaped?: boolean
  readonly isAssertionFirst?: boolean
  readonly remoteAddress?: string
  readonly more?: Readonly<Record<string, string>>
}

/** Asks for a token with a JWT of these claims; the key is that of the pair that works from anywhere. */
export function askGrant(
  { send }: Pick<ApiStage, 'send'>,
  claims: Readonly<Record<string, unknown>>,
  manner: GrantManner = {},
): Promise<LightMyRequestResponse> {
  const { isEscaped = true, isAssertionFirst = false, more = {}, remoteAddress } = manner
  const jwt = assertionOf({ iss: pairs.open.key, ...claims }, manner)
  const assertion = `assertion=${isEscaped ? encodeURIComponent(jwt) : jwt}`
  const fields = isAssertionFirst ? [assertion, grantField] : [grantField, assertion]
  const others = new URLSearchParams(more).toString()
  return send({
    method: 'POST',
    url: '/token?db=demo',
    headers: { ...form, host: 'localhost' },
    payload: [...fields, others].join('&'),
    ...(remoteAddress === undefined ? {} : { remoteAddress }),
  })
}

function assertionOf(claims: object, manner: GrantManner): string {
  const { header = { alg: 'HS256' }, encoding = 'base64url' } = manner
  const text = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString(encoding))
    .join('.')
  const secret = manner.secret ?? pairs.open.secret
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csrfToken, isCsrfTokenOf, markedToken, markIn } from './csrf.ts'

const secret = 'a secret of the server, long enough'

test('a form posted in the session it was shown in is accepted', () => {
  fc.assert(
    fc.property(fc.string(), (session) => {
      assert.ok(isCsrfTokenOf(secret, session, csrfToken(secret, session)))
    }),
  )
})

test("another session's token is refused", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      fc.pre(one !== other)
      assert.ok(!isCsrfTokenOf(secret, one, csrfToken(secret, other)))
    }),
  )
})

test("another server's token is refused", () => {
  assert.ok(!isCsrfTokenOf(secret, 'session', csrfToken('another secret', 'session')))
})

test('whatever else a form carries in its place is refused', () => {
  const token = csrfToken(secret, 'session')
  const others = [
    undefined,
    null,
    '',
    7,
    [token],
    { token },
    token.slice(1),
    `${token}=`,
    'é'.repeat(22),
  ]
  for (const other of others) assert.ok(!isCsrfTokenOf(secret, 'session', other))
})

test('the token does not give the session away', () => {
  assert.ok(!csrfToken(secret, 'session').includes('session'))
  assert.match(csrfToken(secret, 'session'), /^[\w-]{43}$/)
})

test('each drawing of a form has a mark of its own, with which its token is still the session’s', () => {
  const token = csrfToken(secret, 'session')
  const [one, other] = [markedToken(token), markedToken(token)]
  assert.ok(isCsrfTokenOf(secret, 'session', one))
  assert.ok(!isCsrfTokenOf(secret, 'another session', one))
  assert.match(markIn(one) ?? '', /^[\w-]{16}$/)
  assert.notEqual(markIn(one), markIn(other))
  for (const unmarked of [undefined, token, `${token}.`, `${token}.short`, `${one}.${other}`])
    assert.equal(markIn(unmarked), undefined, unmarked)
})

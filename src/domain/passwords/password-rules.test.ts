import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, isPasswordOf } from './password-hash.ts'
import { passwordFault } from './password-rules.ts'

const ife = {
  userName: 'iokafor',
  fullName: 'Okafor, Ife',
  email: 'ife.okafor@north.example',
  organisation: ['north', 'North Council'],
}
const refused: readonly (readonly [password: string, fault: RegExp])[] = [
  ['', /Enter a new password/],
  ['elevenchars', /12 characters or more/],
  [`a long way home ${'x7'.repeat(57)}`, /128 characters or fewer/],
  ['password1234', /is common/],
  ['P@ssw0rd2025!', /is common/],
  ['qwertyuiop123', /is common/],
  ['987654321098', /is common/],
  ['Summer 2025!!!', /is common/],
  ['zzzzzzzzzzzzzz', /is common/],
  ['xk9xk9xk9xk9', /is common/],
  ['correct horse battery staple', /is common/],
  ['ife.okafor2026', /not made of your name/],
  ['NorthCouncil31', /not made of your name/],
]

for (const [password, fault] of refused)
  test(`"${password.slice(0, 30)}" is no good password`, () => {
    assert.match(passwordFault(password, ife) ?? '', fault)
  })

test('whatever is long and not guessed first is a good one, of whatever characters it consists', () => {
  for (const password of [
    'purple lamp sings tuesday',
    'k7mpw3xqdz9wtr',
    '482919375501992187',
    'ffôn goch ar y bwrdd',
    '🦊🐢🦉🐝🦀🐙🦜🐧🦔🐘🦩🐬',
  ])
    assert.equal(passwordFault(password, ife), undefined, password)
})

test('a password fits its own hash only, in either spelling of an accent, and no hash twice', async () => {
  const [one, two] = await Promise.all([hashPassword('caf\u00e9 by the sea'), hashPassword('x')])
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  assert.notEqual(one, await hashPassword('caf\u00e9 by the sea'))
  assert.ok(await isPasswordOf(one, 'cafe\u0301 by the sea'))
  assert.ok(!(await isPasswordOf(two, 'caf\u00e9 by the sea')))
  assert.ok(!(await isPasswordOf(null, 'x')))
})

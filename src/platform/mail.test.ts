import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { mailServer, type AtTheEnd } from '#test/mail-server.ts'
import { openMailRoute } from './mail.ts'

const letter = {
  messageId: '5b1d2c1e-0000-4000-8000-000000000001',
  to: 'sam.dee@demo.example',
  subject: 'Case 1001 is due – soon',
  text: 'Due on 6 July 2026.\nTwo working days are left.\n',
}
// frozen, as the configuration hands it over
const from = Object.freeze({ name: 'Casework', address: 'cases@demo.example' })
const siteAddress = 'https://cases.example.org'

async function opened(t: TestContext, ...given: Parameters<typeof mailServer>) {
  const server = await mailServer(...given)
  const route = openMailRoute({ url: server.url, from, siteAddress })
  t.after(async () => {
    route.close()
    await server.close()
  })
  return { server, route }
}

test('a letter comes as it was written, under the Message-ID it was given', async (t) => {
  const { server, route } = await opened(t)
  assert.deepEqual(await route.send(letter), { kind: 'sent' })
  const [mail] = server.received
  assert.deepEqual(mail?.to, ['sam.dee@demo.example'])
  assert.equal(mail.messageId, `<${letter.messageId}@demo.example>`)
  assert.match(mail.source, /^From: "?Casework"? <cases@demo.example>\r$/m)
  assert.match(mail.source, /^Auto-Submitted: auto-generated\r$/m)
  assert.equal(mail.text, letter.text)
})

test('many letters go over few connections', async (t) => {
  const connections: unknown[] = []
  const { server, route } = await opened(t, undefined, {
    onConnect(session, done) {
      connections.push(session)
      done()
    },
  })
  const sent = await Promise.all(Array.from({ length: 30 }, () => route.send(letter)))
  assert.ok(sent.every(({ kind }) => kind === 'sent'))
  assert.equal(server.received.length, 30)
  assert.ok(connections.length <= 4)
})

test('nothing in a subject or an address makes another header or another recipient', async (t) => {
  const { server, route } = await opened(t)
  const subject = 'Due\r\nBcc: eve@evil.example\r\n\r\nHello\u2028there'
  const messageId = 'id>\r\nBcc: eve@evil.example'
  assert.deepEqual(await route.send({ ...letter, subject, messageId }), { kind: 'sent' })
  for (const to of [
    'sam@demo.example, eve@evil.example',
    'sam@demo.example\r\nBcc: eve@evil.example',
    'Sam <sam@demo.example>',
    'sam@demo.example> SIZE=1',
    '',
  ])
    assert.deepEqual(await route.send({ ...letter, to }), {
      kind: 'refused',
      isForGood: true,
      reason: 'unusable address',
    })
  assert.equal(server.received.length, 1)
  assert.deepEqual(server.received[0]?.to, ['sam.dee@demo.example'])
  assert.doesNotMatch(server.received[0]?.source ?? '', /^bcc:/im)
})

const refusing = (responseCode: number): Parameters<typeof mailServer> => [
  undefined,
  {
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error('<sam.dee@demo.example> is away'), { responseCode })),
  },
]

for (const [name, given, isForGood, reason] of [
  ['the recipient for good', refusing(550), true, 'the server answered 550'],
  ['the recipient for now', refusing(450), false, 'the server answered 450'],
  ['the whole letter for now', [() => 451], false, 'the server answered 451'],
  ['the whole letter for good', [() => 554], true, 'the server answered 554'],
] as [string, Parameters<typeof mailServer>, boolean, string][])
  test(`a server that refuses ${name}: nobody has it, and no address is told`, async (t) => {
    const { server, route } = await opened(t, ...given)
    assert.deepEqual(await route.send(letter), { kind: 'refused', isForGood, reason })
    assert.deepEqual(server.received, [])
  })

test('a server that is lost before it answers may have the letter: it is not handed over again', async (t) => {
  let ends = 0
  const lose: AtTheEnd = () => {
    ends += 1
    return 'lose'
  }
  const { route } = await opened(t, lose)
  const outcome = await route.send(letter)
  assert.equal(outcome.kind, 'uncertain')
  assert.equal(ends, 1)
})

test('a server that is not there has nothing; once it is, letters go', async (t) => {
  const { server, route } = await opened(t)
  await server.close()
  const outcome = await route.send(letter)
  assert.equal(outcome.kind, 'refused')
  assert.equal('isForGood' in outcome && outcome.isForGood, false)
})

test('a password goes over no wire in clear', async (t) => {
  let heard = ''
  const { server } = await opened(t, undefined, {
    onAuth({ password }, _session, done) {
      heard = password ?? ''
      done(null, { user: 'casewright' })
    },
    allowInsecureAuth: true,
  })
  const port = new URL(server.url).port
  // the loopback by a name of which the program cannot know it
  const url = `smtp://casewright:hunter2@[::ffff:127.0.0.1]:${port}`
  const route = openMailRoute({ url, from, siteAddress })
  const outcome = await route.send(letter)
  route.close()
  const reason = 'the server answered 500'
  assert.deepEqual(outcome, { kind: 'refused', isForGood: false, reason })
  assert.equal(heard, '')
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { refusedVisits } from '#test/refused-visits.ts'
import {
  personNamed,
  singleSignOnStage,
  type SingleSignOnStage,
} from '#test/single-sign-on-stage.ts'
import { cookiesOf, textOf } from '#test/web-stage.ts'

let on: SingleSignOnStage
before(async () => {
  on = await singleSignOnStage()
  await on.addPerson('ife')
  await on.addPerson('gone', { isDisabled: true })
  await on.addPerson('typist')
})
after(() => on.close())

const lastSignIn = async () => {
  const [entry] = await on.rows(
    `select outcome, particulars from audit_entries
     where organisation_id = $1 and operation = 'sign in' order by entry_id desc limit 1`,
  )
  return entry
}
const sessionsOf = (name: string) =>
  on.rows(
    `select s.way, s.strength from sessions s
     join users u on u.organisation_id = s.organisation_id and u.user_id = s.user_id
     where s.organisation_id = $1 and u.user_name = $2 and s.ended_at is null`,
    name,
  )
const roleOf = async (name: string) =>
  (
    await on.rows('select role from users where organisation_id = $1 and user_name = $2', name)
  )[0]?.['role']

test('somebody is linked by the address their provider vouches for, and stays who they are without it', async () => {
  const first = await on.signIn(personNamed('ife'), { next: '/queues' })
  assert.deepEqual([first.statusCode, first.headers.location], [303, '/queues'])
  assert.match(textOf(await on.web.open('/', cookiesOf(first))), /Signed in as ife/)
  assert.deepEqual(await sessionsOf('ife'), [{ way: 'single sign-on', strength: 'full' }])
  const again = await on.signIn({ sub: 'subject of ife', email: 'other@demo.example' })
  assert.deepEqual([again.statusCode, again.headers.location], [303, '/'])
  assert.equal((await sessionsOf('ife')).length, 2)
})

test('a form that was being typed comes back after signing in anew, for nobody who had no session', async () => {
  const kept = { next: '/cases/700123/notes/new', kept: '{"Notes":"Rang back"}' }
  const had = cookiesOf(await on.signIn(personNamed('ife')))
  const back = await on.comeBack(await on.begin(kept, had), personNamed('ife'))
  assert.match(textOf(back), /You are signed in again/)
  assert.match(back.body, /Rang back/)
  const stranger = await on.signIn(personNamed('ife'), kept)
  assert.equal(stranger.headers.location, kept.next)
})

for (const [what, { come, status, says, audit }] of Object.entries(refusedVisits))
  test(`${what}: nobody is let in, a page says what to do, and it is audited`, async () => {
    const open = await on.rows('select session_id from sessions where organisation_id = $1')
    const page = await come(on)
    assert.equal(page.statusCode, status, textOf(page))
    assert.match(textOf(page), says)
    assert.match(page.body, /href="\/sign-in\/demo"/)
    assert.equal(
      page.cookies.some(({ name }) => name === 'casewright-session'),
      false,
    )
    const { outcome, particulars } = (await lastSignIn()) ?? {}
    assert.equal(outcome, `refused: ${audit}`)
    assert.equal(JSON.stringify(particulars).includes('@'), false)
    const isReplay = what === 'the same answer a second time'
    const now = await on.rows('select session_id from sessions where organisation_id = $1')
    assert.equal(now.length - open.length, isReplay ? 1 : 0)
  })

test('roles follow the groups at each visit, and who has left them all is not let in', async () => {
  await on.addPerson('mover')
  const come = (groups: readonly string[]) => on.signIn(personNamed('mover', { groups }))
  assert.equal((await come([])).statusCode, 303)
  assert.equal(await roleOf('mover'), 'case worker')
  await come(['staff', 'leads'])
  assert.equal(await roleOf('mover'), 'manager')
  const [change] = await on.rows(
    `select kind, subject, before, after from configuration_changes
     where organisation_id = $1 order by change_id desc limit 1`,
  )
  assert.deepEqual(change, {
    kind: 'person',
    subject: 'mover',
    before: { role: 'case worker' },
    after: { role: 'manager' },
  })
  const lost = await come(['visitors'])
  assert.equal(lost.statusCode, 403)
  assert.match(textOf(lost), /no longer in a group/)
})

test('the last administrator stays one whatever their groups say', async () => {
  const sam = (groups: readonly string[]) => on.signIn(personNamed('sam.dee', { groups }))
  assert.equal((await sam(['staff'])).statusCode, 303)
  assert.equal(await roleOf('sdee'), 'administrator')
  assert.equal((await sam(['bosses'])).statusCode, 303)
  assert.equal((await sam([])).statusCode, 303)
  await on.addPerson('second', { role: 'administrator' })
  assert.equal((await sam([])).statusCode, 403)
  await sam(['staff'])
  assert.equal(await roleOf('sdee'), 'case worker')
})

test('somebody new is let in with the role of their group, once the organisation admits them', async () => {
  const ife = personNamed('new.person', { groups: ['staff'] })
  const come = () => on.settingUp({ IsUnknownAdmitted: 'true' }, () => on.signIn(ife))
  assert.equal((await come()).statusCode, 303)
  assert.equal((await come()).statusCode, 303)
  const made = await on.rows(
    `select user_name, full_name, role from users where organisation_id = $1 and email = $2`,
    'new.person@demo.example',
  )
  assert.deepEqual(made, [
    { user_name: 'new.person', full_name: 'Okafor, Ife', role: 'case worker' },
  ])
})

test('signing out ends the session here and goes on to the provider', async () => {
  const cookies = cookiesOf(await on.signIn(personNamed('ife')))
  const out = await on.web.send('/sign-out', cookies)
  assert.equal(out.headers.location, '/sign-in/demo/single-sign-on/leave')
  assert.equal((await on.web.open('/', cookies)).statusCode, 401)
  const leaving = await on.web.open('/sign-in/demo/single-sign-on/leave')
  const address = String(leaving.headers['refresh']).replace('0; url=', '')
  assert.ok(address.startsWith(`${on.provider.issuer}/session/end?`), address)
  assert.equal((await fetch(address)).status, 200)
})

test('after no more than a password at the provider a second factor is wanted here', async () => {
  const weak = await on.signIn(personNamed('ife', { amr: ['pwd'] }))
  assert.equal(weak.headers.location, '/sign-in/second-factor')
  const strong = await on.signIn(personNamed('ife', { amr: ['pwd', 'otp'] }))
  assert.equal(strong.headers.location, '/')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readComer } from './comer.ts'
import { issuerFault } from './read-issuer.ts'
import { readGroupRoles, writeGroupRoles } from './written-groups.ts'

type Told = Readonly<Record<string, unknown>>
const keycloak = 'https://login.north.example/realms/staff'
const entra = 'https://login.microsoftonline.com/0b5e/v2.0'
const read = (told: Told, groupsClaim = 'groups', issuer = keycloak) =>
  readComer({ sub: 'subject', ...told }, { issuer, groupsClaim })

test('an address counts only where the provider vouches for it', () => {
  const email = 'ife.okafor@north.example'
  const vouched = (told: Told, issuer = keycloak) =>
    read({ email, ...told }, 'groups', issuer).email === email
  assert.equal(vouched({ email_verified: true }), true)
  for (const told of [{}, { email_verified: false }, { email_verified: 'true' }])
    assert.equal(vouched(told), false, JSON.stringify(told))
  // Entra ID has a claim of its own, which means nothing from anybody else
  for (const xms_edov of [true, 1, '1', 'true']) {
    assert.equal(vouched({ xms_edov }, entra), true)
    assert.equal(vouched({ xms_edov }), false)
  }
  assert.equal(vouched({ xms_edov: false }, entra), false)
})

test('control characters make no name, and no group', () => {
  const told = { name: 'Ife\u0000 Okafor\n', groups: ['sta\u0000ff', 'leads'] }
  const { fullName, groups } = read(told)
  assert.deepEqual([fullName, groups], ['Ife  Okafor', ['leads']])
})

test('groups are found by the name of their claim, or by the path to it', () => {
  const groups = ['staff', 7, 'leads']
  assert.deepEqual(read({ groups }).groups, ['staff', 'leads'])
  assert.deepEqual(read({ groups: 'staff' }).groups, ['staff'])
  assert.deepEqual(read({ realm_access: { roles: groups } }, 'realm_access.roles').groups, [
    'staff',
    'leads',
  ])
  const dotted = 'https://north.example/groups'
  assert.deepEqual(read({ [dotted]: ['staff'] }, dotted).groups, ['staff'])
  assert.deepEqual(read({}, 'constructor.name').groups, [])
})

test('who is said to have given no more than a password is known less surely', () => {
  const weak: readonly Told[] = [
    { amr: ['pwd'] },
    { amr: ['pwd', 'kba'], acr: 'strong' },
    { acr: '0' },
    { acr: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport' },
  ]
  const strong: readonly Told[] = [
    {},
    { amr: [] },
    { amr: ['pwd', 'mfa'] },
    { amr: ['hwk'] },
    { amr: ['pwd', 'otp'], acr: '0' },
    { acr: '1' },
  ]
  for (const told of weak) assert.equal(read(told).isWeak, true, JSON.stringify(told))
  for (const told of strong) assert.equal(read(told).isWeak, false, JSON.stringify(told))
})

test('groups and roles are written one on each line, and read with the first fault named', () => {
  const roles = new Set(['case worker', 'manager'])
  const written = ' cn=staff,ou=groups = Case Worker \n\n/leads = manager'
  const read = readGroupRoles(written, roles)
  assert.ok('groupRoles' in read)
  assert.deepEqual(read.groupRoles, [
    { group: 'cn=staff,ou=groups', role: 'case worker' },
    { group: '/leads', role: 'manager' },
  ])
  assert.equal(
    writeGroupRoles(read.groupRoles),
    'cn=staff,ou=groups = case worker\n/leads = manager',
  )
  const faultOf = (text: string) => {
    const found = readGroupRoles(text, roles)
    return 'fault' in found ? found.fault : undefined
  }
  assert.match(faultOf('staff = manager\nstaff') ?? '', /^Line 2 of the groups needs/)
  assert.match(faultOf('staff = king') ?? '', /“king”, which is no role here/)
})

test('an issuer is an address with https, or one of this machine', () => {
  for (const issuer of [keycloak, entra, 'http://localhost:8080/realms/x', 'http://[::1]:9'])
    assert.equal(issuerFault(issuer), undefined, issuer)
  for (const issuer of [
    'login.north.example',
    'http://login.north.example',
    'https://user:word@login.north.example',
    'https://login.north.example/.well-known/openid-configuration',
    'https://login.north.example/?tenant=1',
    'https://login.microsoftonline.com/common/v2.0',
  ])
    assert.notEqual(issuerFault(issuer), undefined, issuer)
})

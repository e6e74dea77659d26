import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigFaults, readConfig, variables, type Environment, type Variable } from './config.ts'

const all = Object.values<Variable>(variables)

function faultsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    assert.ok(error instanceof ConfigFaults)
    return error.faults
  }
}

test('with nothing set, the server listens on this machine only and keeps its data here', () => {
  const config = readConfig({ PATH: '/usr/bin' })
  assert.equal(config.host, '127.0.0.1')
  assert.equal(config.port, 8080)
  assert.equal(config.dataDirectory, './data')
  assert.deepEqual(config.roles, ['web', 'worker'])
  assert.deepEqual(config.domains, ['icasework.com'])
  assert.equal(config.maxBody, 12_582_912)
  assert.equal(config.documentMaxSize, 104_857_600)
  assert.equal(config.databaseUrl, undefined)
  assert.equal(config.metricsPort, undefined)
  assert.equal(config.masterKey, undefined)
})

test('what is set is read into its kind, and nobody can change it afterwards', () => {
  const bytes = Buffer.alloc(32, 7)
  const config = readConfig({
    PORT: ' 3000 ',
    CASEWRIGHT_ROLES: 'worker',
    CASEWRIGHT_DOMAINS: 'Cases.Example.org, icasework.com,',
    CASEWRIGHT_TRUSTED_PROXIES: '10.0.0.0/8,::1,fd00::/8',
    CASEWRIGHT_PUBLIC_URL: 'https://Cases.example.org/',
    CASEWRIGHT_MASTER_KEY: bytes.toString('base64'),
  })
  assert.equal(config.port, 3000)
  assert.deepEqual(config.roles, ['worker'])
  assert.deepEqual(config.domains, ['cases.example.org', 'icasework.com'])
  assert.deepEqual(config.trustedProxies, ['10.0.0.0/8', '::1', 'fd00::/8'])
  assert.equal(config.publicUrl, 'https://cases.example.org')
  assert.deepEqual(config.masterKey, bytes)
  assert.ok(Object.isFrozen(config) && Object.isFrozen(config.domains))
})

test('an empty value counts as not set', () => {
  const empty = Object.fromEntries(all.map(({ name }) => [name, '']))
  assert.deepEqual(readConfig({ ...empty, CASEWRIGHT_NONSENSE: ' ' }), readConfig({}))
})

test('every fault is reported at once, with the value that is wrong', () => {
  assert.deepEqual(
    faultsOf({
      PORT: '80a',
      CASEWRIGHT_LOG_LEVEL: 'loud',
      CASEWRIGHT_TRUSTED_PROXIES: '10.0.0.0/33',
      CASEWRIGHT_DOMAINS: ',',
      CASEWRIGHT_DATABSE_POOL: '5',
      CASEWRIGHT_PORT: '80',
      CASEWRIGHT_FLUX_CAPACITOR: 'on',
    }),
    [
      'PORT must be a whole number from 0 to 65535; it is "80a".',
      'CASEWRIGHT_DOMAINS must hold at least one item; it is ",".',
      'CASEWRIGHT_TRUSTED_PROXIES must hold addresses or networks such as 10.0.0.5 or 10.0.0.0/8; it is "10.0.0.0/33".',
      'CASEWRIGHT_LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent; it is "loud".',
      'CASEWRIGHT_DATABSE_POOL is not a variable of Casewright; did you mean CASEWRIGHT_DATABASE_POOL?',
      'CASEWRIGHT_PORT is not a variable of Casewright; did you mean PORT?',
      'CASEWRIGHT_FLUX_CAPACITOR is not a variable of Casewright.',
    ],
  )
})

const unreadable: [string, string][] = [
  ['HOST', 'http://localhost'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '8080.5'],
  ['PORT', '0x50'],
  ['DATABASE_URL', 'mysql://db'],
  ['CASEWRIGHT_ROLES', 'web,janitor'],
  ['CASEWRIGHT_MASTER_KEY', 'c2hvcnQ='],
  ['CASEWRIGHT_DOMAINS', 'https://example.org'],
  ['CASEWRIGHT_DOMAINS', 'a..b'],
  ['CASEWRIGHT_DEFAULT_ORGANISATION', 'two words'],
  ['CASEWRIGHT_TRUSTED_PROXIES', 'proxy.internal'],
  ['CASEWRIGHT_TRUSTED_PROXIES', '10.0.0.0/8/8'],
  ['CASEWRIGHT_TOKEN_AUDIENCES', 'cases.example.org/path'],
  ['CASEWRIGHT_PUBLIC_URL', 'cases.example.org'],
  ['CASEWRIGHT_PUBLIC_URL', 'ftp://cases.example.org'],
  ['CASEWRIGHT_PUBLIC_URL', 'https://cases.example.org/?a=b'],
  ['SMTP_URL', 'https://mail.internal'],
  ['SMTP_URL', 'smtp://mail.internal/?logger=true'],
  ['MAIL_FROM', 'cases'],
  ['MAIL_FROM', 'Casework <cases@north.example'],
  ['MAIL_FROM', 'Case\nwork <cases@north.example>'],
  ['CASEWRIGHT_DATABASE_POOL', '0'],
  ['CASEWRIGHT_MAX_BODY', '10 MiB'],
  ['CASEWRIGHT_DOCUMENT_CALL_SECONDS', ''.padStart(20, '9')],
]

/** What a variable is never set without. */
const partners: Readonly<Record<string, Environment>> = {
  SMTP_URL: { MAIL_FROM: 'cases@north.example' },
  MAIL_FROM: { SMTP_URL: 'smtp://mail.internal' },
}

for (const [name, value] of unreadable) {
  test(`${name} is refused as ${value}`, () => {
    const faults = faultsOf({ ...partners[name], [name]: value })
    assert.equal(faults.length, 1)
    assert.match(faults[0] ?? '', new RegExp(`^${name} must `))
  })
}

test('no secret is repeated in a complaint', () => {
  const faults = faultsOf({
    DATABASE_URL: 'mysql://app:hunter2@db',
    DATABASE_OWNER_URL: 'mysql://owner:hunter2@db',
    SMTP_URL: 'http://me:hunter2@mail.internal',
    MAIL_FROM: 'cases@north.example',
    CASEWRIGHT_MASTER_KEY: 'hunter2',
    CASEWRIGHT_PUBLIC_URL: 'https://me:hunter2@cases.example.org',
    CASEWRIGHT_DOMAINS: 'postgres://app:hunter2@db',
    CASEWRIGHT_MASTERKEY: 'hunter2',
  })
  assert.equal(faults.length, 7)
  assert.doesNotMatch(faults.join('\n'), /hunter2/)
})

test('variables that contradict each other are refused', () => {
  assert.match(faultsOf({ DATABASE_OWNER_URL: 'postgres://o@db/c' }).join(), /without DATABASE_URL/)
  assert.match(faultsOf({ CASEWRIGHT_METRICS_PORT: '8080' }).join(), /same as PORT/)
  assert.match(faultsOf({ MAIL_FROM: 'a@b.example' }).join(), /SMTP_URL and MAIL_FROM need each/)
})

test('the test runner’s own variables are no fault', () => {
  assert.deepEqual(
    faultsOf({ CASEWRIGHT_TEST_POSTGRES: '/tmp/somewhere', CASEWRIGHT_TEST_ROUNDS: '20' }),
    [],
  )
})

test('each variable says what it means, what its default is, and gives an example that can be read', () => {
  for (const variable of all) {
    assert.match(variable.meaning, /^[A-Z].*\.$/, variable.name)
    assert.notEqual(variable.default === undefined, variable.otherwise === undefined, variable.name)
    assert.doesNotThrow(() => variable.kind.read(variable.example), variable.name)
    assert.notEqual(variable.example, variable.default, variable.name)
  }
  assert.equal(new Set(all.map(({ name }) => name)).size, all.length)
})

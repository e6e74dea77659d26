import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfig, variables } from '#config'
import { whyUnfit } from '#platform/roles.ts'
import { commandOf, copied, instructions, root } from './image.ts'

interface Composed {
  readonly image: string
  readonly environment: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly command?: readonly string[]
  readonly depends_on?: Readonly<Record<string, unknown>>
}

// graphile-worker brings the reader; nothing of the program itself uses it by name
const yaml = createRequire(import.meta.url)('js-yaml') as { load(text: string): unknown }
const text = readFileSync(join(root, 'compose.yaml'), 'utf8')
const { services, volumes } = yaml.load(text) as {
  readonly services: Readonly<Record<string, Composed>>
  readonly volumes: Readonly<Record<string, unknown>>
}
const ours = Object.entries(services).filter(([, { image }]) => image === 'casewright')
const known = new Set<string>(Object.values(variables).map(({ name }) => name))

const secrets: Readonly<Record<string, string>> = {
  POSTGRES_PASSWORD: 'one',
  OWNER_PASSWORD: 'two',
  APPLICATION_PASSWORD: 'three',
  CASEWRIGHT_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
  CASEWRIGHT_PUBLIC_URL: 'https://cases.example.org',
}

/** A value as compose fills it in: from the environment, else with what stands after `:-`. */
const filledIn = (value: string): string =>
  value.replaceAll(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, kind: string, otherwise) => {
    assert.ok(kind === '-' || secrets[name], `${name} is asked for`)
    return secrets[name] ?? String(otherwise)
  })

test('there are a server, a worker and a step that migrates, each of the same image', () => {
  assert.deepEqual(ours.map(([name]) => name).toSorted(), ['migrate', 'web', 'worker'])
  assert.ok(existsSync(join(root, 'Dockerfile')))
})

test('every variable that is set is one the program knows, with a value it takes', () => {
  for (const [name, { environment }] of ours) {
    for (const variable of Object.keys(environment)) assert.ok(known.has(variable), variable)
    const values = Object.entries(environment).map(([key, value]) => [key, filledIn(value)])
    const config = readConfig(Object.fromEntries(values))
    assert.equal(config.databaseUrl, 'postgres://casewright:three@database:5432/casewright', name)
  }
})

test('only the step that migrates holds the password of the owner', () => {
  const holders = ours.filter(([, one]) => JSON.stringify(one).includes('OWNER_PASSWORD'))
  assert.deepEqual(
    holders.map(([name]) => name),
    ['migrate'],
  )
})

test('every variable of the environment is named in the guide', () => {
  const guide = readFileSync(join(root, 'docs/guide/operating.md'), 'utf8')
  const asked = [...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name ?? '')
  assert.ok(asked.length > 0)
  for (const name of asked) assert.ok(guide.includes(name), name)
})

test('every file and volume that is mounted is there, and every service that is waited for', () => {
  for (const [name, service] of Object.entries(services)) {
    for (const mount of service.volumes ?? []) {
      const [source = ''] = mount.split(':')
      const isThere = source.startsWith('.') ? existsSync(join(root, source)) : source in volumes
      assert.ok(isThere, `${name}: ${mount}`)
    }
    for (const other of Object.keys(service.depends_on ?? {})) assert.ok(other in services, other)
  }
})

test('its PostgreSQL is new enough; one that is not is refused in words', () => {
  const [, major] = /^postgres:(\d+)$/.exec(services['database']?.image ?? '') ?? []
  const role = { name: 'casewright', power: null }
  assert.equal(whyUnfit({ version: Number(major) * 10_000, ...role }), undefined)
  assert.match(
    whyUnfit({ version: 140_011, ...role }) ?? '',
    /PostgreSQL 14; PostgreSQL 15 or newer/,
  )
})

test('everything that the image copies is there, and nothing runs as root', () => {
  for (const { from } of copied())
    for (const name of from) assert.ok(existsSync(join(root, name)), name)
  for (const verb of ['ENTRYPOINT', 'HEALTHCHECK'] as const)
    assert.ok(existsSync(join(root, commandOf(verb)[1] ?? '')))
  const users = instructions().filter(({ verb }) => verb === 'USER')
  assert.deepEqual(users, [{ verb: 'USER', rest: 'node' }])
})

/** An address from the place of a file; those from the place of a package are the package's own. */
const ofTheProject = /new URL\(\s*'(?:\.\.\/)+([\w.-]+)[^']*',\s*import\.meta\.url/g

test('whatever folder of the project the program reads is copied', () => {
  const sources = globSync('src/**/*.ts', { cwd: root }).filter(
    // the generated documentation is written where the program is developed
    (file) => !file.endsWith('.test.ts') && file !== 'src/reference/reference-files.ts',
  )
  const read = sources.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(ofTheProject)].map(
      ([, name]) => name ?? '',
    ),
  )
  const present = new Set(copied().flatMap(({ from }) => from))
  assert.ok(read.includes('migrations'))
  assert.deepEqual(
    read.filter((name) => !present.has(name)),
    [],
  )
})

test('the image sets nothing that the program does not know', () => {
  const set = instructions()
    .filter(({ verb }) => verb === 'ENV')
    .flatMap(({ rest }) => rest.split(/\s+/))
    .map((pair) => pair.split('=')[0] ?? '')
  assert.deepEqual(
    set.filter((name) => !known.has(name)),
    ['NODE_ENV'],
  )
})

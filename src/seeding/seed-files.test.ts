import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { roles } from '#domain/access/index.ts'
import { parseCaseType } from '#domain/case-types/index.ts'
import { partyRows } from '#domain/customers/index.ts'
import { lists, optionsOf, type List, type Options } from '#domain/options/index.ts'
import { readSeeds, type Seeds } from './seed-files.ts'

let seeds: Seeds
let options: Options
before(async () => {
  seeds = await readSeeds()
  options = optionsOf(seeds.options)
})

const assertListed = (list: List, values: readonly string[]) =>
  assert.deepEqual(
    values.filter((value) => !options.has(list, value)),
    [],
    `all in the list ${list}`,
  )

test('every list that an organisation can configure has values', () => {
  const configured = new Set(seeds.options.map(({ list }) => list))
  assert.deepEqual([...configured].toSorted(), Object.keys(lists).toSorted())
})

test('every parameter of a customer is switched on', () => {
  const names = partyRows('Customer.').map(({ name }) => name)
  assert.ok(names.length > 40)
  assertListed('parameter', names)
})

test('whatever the cases refer to is configured', () => {
  const { wordings, stories, lives, fixed } = seeds
  const { contactMethods, categories, files, call } = wordings
  const told = Object.values(stories).flat()
  assertListed('request method', [...wordings.methods, ...wordings.selfServiceMethods])
  assertListed('note type', [...wordings.noteTypes, wordings.customerNoteType, call.noteType])
  assertListed('contact method', Object.values(contactMethods))
  assertListed('customer category', [...categories.person, categories.body])
  assertListed(
    'document category',
    Object.values(files).map(({ category }) => category),
  )
  assertListed('account type', [
    ...told.flatMap(({ account }) => (account ? [account] : [])),
    ...fixed.accounts.map(({ type }) => type),
  ])
  assert.deepEqual(Object.keys(stories).toSorted(), Object.keys(lives).toSorted())
  for (const { group, value } of told)
    assert.ok(
      seeds.options.some(
        (option) =>
          option.list === 'classification' && option.groupName === group && option.value === value,
      ),
      `${group}: ${value}`,
    )
})

test('further roles of parties are configured, but for the built-in agent', () => {
  assertListed(
    'party role',
    seeds.wordings.furtherRoles.filter((role) => role !== 'Agent'),
  )
})

test('every case type can be read, takes the form for a telephone call, and belongs to a team', () => {
  const codes = seeds.teams.map(({ code }) => code)
  const { call } = seeds.wordings
  for (const definition of [...seeds.caseTypes, ...seeds.amendedCaseTypes]) {
    const parsed = parseCaseType(definition)
    assert.ok('caseType' in parsed, JSON.stringify(parsed))
    const { team, actions, name } = parsed.caseType
    assert.ok(codes.includes(team ?? ''), `${name} has the team ${team}`)
    assert.ok(
      actions.some(({ id }) => id === call.form),
      `${name} takes ${call.form}`,
    )
  }
})

test('every person has a role that exists and a team that has people to do its work', () => {
  for (const { role, team, userName } of seeds.users) {
    assert.ok(Object.hasOwn(roles, role), `${userName} is ${role}`)
    assert.ok(
      seeds.teams.some(({ code }) => code === team),
      `${userName} is in ${team}`,
    )
  }
  for (const { code } of seeds.teams)
    assert.ok(
      seeds.users.some(({ team, role }) => team === code && role !== 'auditor'),
      code,
    )
})

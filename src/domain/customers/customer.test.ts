import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formalName, fullName } from './index.ts'

const ann = { title: 'Miss', firstName: 'Ann', surname: 'Bell' }
for (const [parts, full, formal] of [
  [ann, 'Bell, Ann', 'Bell, Miss Ann'],
  [{ surname: 'Bell' }, 'Bell', 'Bell'],
  [{ title: 'Miss', surname: 'Bell' }, 'Bell', 'Bell, Miss'],
  [{ title: 'Miss', firstName: 'Ann' }, 'Ann', 'Miss Ann'],
  [{ title: 'Miss', name: 'Ann Bell' }, 'Ann Bell', 'Ann Bell'],
  [{ ...ann, name: 'A. B.', organisationName: 'Mill Ltd' }, 'Bell, Ann', 'Bell, Miss Ann'],
  [{ title: 'Mr', surname: null, organisationName: 'Mill Ltd' }, 'Mill Ltd', 'Mill Ltd'],
  [{}, '', ''],
] as const)
  test(`${JSON.stringify(parts)} is written "${full}" and formally "${formal}"`, () => {
    assert.equal(fullName(parts), full)
    assert.equal(formalName(parts), formal)
  })

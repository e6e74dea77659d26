import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinSql, sql, trusted } from './sql.ts'

test('strings in a template become values, whatever they hold, and fragments are joined in', () => {
  const condition = sql`a = ${"x'; drop table cases; --"}::text`
  const whole = sql`select 1 from ${trusted('cases')} where ${joinSql([condition, sql`b > ${'2'}::int`], ' and ')}`
  assert.deepEqual(whole, {
    texts: ['select 1 from cases where a = ', '::text and b > ', '::int'],
    values: ["x'; drop table cases; --", '2'],
  })
})

test('fragments joined are in their order, none are nothing', () => {
  assert.deepEqual(joinSql([], ', '), { texts: [''], values: [] })
  assert.deepEqual(joinSql([trusted('a'), trusted('b'), trusted('c')], ', ').texts, ['a, b, c'])
})

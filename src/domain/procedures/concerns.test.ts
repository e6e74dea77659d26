import assert from 'node:assert/strict'
import { test } from 'node:test'
import { procedureOf } from '#test/procedures.ts'
import { concernsOf } from './index.ts'

const answered = (more: object) =>
  concernsOf(
    procedureOf({
      stages: [{ code: 'one', outcomes: [{ code: 'done', leadsTo: 'closure' }], ...more }],
    }),
  )

test('a procedure is of complaints by points, or of requests for information, where it asks for them', () => {
  const neither = { hasPoints: false, isForInformation: false }
  const points = { hasPoints: true, isForInformation: false }
  const request = { hasPoints: false, isForInformation: true }
  assert.deepEqual(answered({}), neither)
  assert.deepEqual(answered({ exit: ['points answered'] }), points)
  assert.deepEqual(answered({ exit: ['remedies done'] }), points)
  assert.deepEqual(answered({ exit: ['answer complete'] }), request)
  for (const rule of ['FOI_RESPONSE', 'EISR_RESPONSE', 'SAR_RESPONSE'])
    assert.deepEqual(answered({ deadlines: [{ code: 'respond', rule }] }), request, rule)
  for (const rule of ['HO_S1_RESPONSE', 'DP_COMPLAINT_ACK'])
    assert.deepEqual(answered({ deadlines: [{ code: 'respond', rule }] }), neither, rule)
})

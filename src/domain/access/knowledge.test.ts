import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { assignCase } from '#domain/assignment/index.ts'
import { updateCase } from '#domain/attributes/index.ts'
import { createCase } from '#domain/cases/index.ts'
import { findCase } from '#domain/notes/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import type { Operation } from '#kernel/operation.ts'
import { Refusal } from '#kernel/refusal.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { refusedAs } from '#test/refused-as.ts'
import { addStaff } from '#test/staff.ts'
import {
  barPerson,
  breakGlass,
  builtInPermissions,
  dropReader,
  getCaseAccess,
  markConfidential,
  nameReader,
  unbarPerson,
  unmarkConfidential,
} from './index.ts'

type Sent = Readonly<Record<string, string>>
type Does = (operation: Operation, sent?: Sent) => Promise<unknown>

let stage: CaseStage
let ann: Does
let bob: Does
let mary: Does
let program: Does
let annsNumber: number
before(async () => {
  stage = await caseStage()
  annsNumber = await addStaff(stage, 'ann', { team: 'CUSTREL' })
  ann = as(annsNumber, 'Ann', 'case worker')
  bob = as(await addStaff(stage, 'bob'), 'Bob', 'case worker')
  mary = as(await addStaff(stage, 'mary', { role: 'manager' }), 'Mary', 'manager')
  program = (operation, sent = {}) =>
    stage.perform(operation, { CaseId: '700122', ...sent }, stage.actor())
})
after(() => stage.close())

/** What somebody does with the case 700122, or the one that is named. */
const as =
  (id: number, name: string, role: string): Does =>
  (operation, sent = {}) =>
    stage.perform(
      operation,
      { CaseId: '700122', ...sent },
      {
        organisationId: stage.organisationId,
        kind: 'user',
        id,
        name,
        permissions: builtInPermissions(role),
      },
    )

const knows = async (somebody: Does, CaseId = '700122'): Promise<boolean> => {
  try {
    await somebody(findCase, { CaseId })
    return true
  } catch (error) {
    assert.ok(error instanceof Refusal && error.kind.name === 'unknownCase', String(error))
    return false
  }
}
const eventsOf = async (caseId: number) =>
  (
    await stage.rows(
      `select kind from case_events where organisation_id = $1 and case_id = $2 order by event_id`,
      caseId,
    )
  ).map(({ kind }) => kind)

suite('a confidential case', () => {
  test('is known to whoever made it so, those with the right and programs, and to nobody else', async () => {
    await ann(markConfidential)
    await ann(markConfidential) // once is enough
    const all = await Promise.all([ann, bob, mary, program].map((each) => knows(each)))
    assert.deepEqual(all, [true, false, true, true])
    assert.deepEqual(await eventsOf(700122), ['madeConfidential', 'readerNamed'])
  })

  test('is known to who is named, until they are dropped', async () => {
    await ann(nameReader, { UserName: 'bob' })
    assert.ok(await knows(bob))
    const shown = (await bob(getCaseAccess)) as {
      readers: { userName: string }[]
      toName: { userName: string }[]
      withRight: { userName: string }[]
    }
    assert.deepEqual(
      shown.readers.map(({ userName }) => userName),
      ['ann', 'bob'],
    )
    const names = (people: { userName: string }[]) => people.map(({ userName }) => userName)
    assert.deepEqual(names(shown.withRight), ['sdee', 'mary'])
    assert.deepEqual(names(shown.toName), ['sdee', 'mary'])
    await ann(dropReader, { UserName: 'bob' })
    assert.ok(!(await knows(bob)))
    await assert.rejects(ann(dropReader, { UserName: 'bob' }), refusedAs('unknownReader'))
    await assert.rejects(ann(dropReader, { UserName: 'nobody' }), refusedAs('unknownReader'))
    await assert.rejects(ann(nameReader, { UserName: 'nobody' }), refusedAs('invalidInput'))
  })

  test('is known to who is given it, and no longer to who gives it away unnamed', async () => {
    await ann(nameReader, { UserName: 'bob' })
    await ann(assignCase, { To: 'person', UserName: 'bob' })
    await mary(dropReader, { UserName: 'bob' })
    assert.ok(await knows(bob), 'the owner needs no naming')
    await bob(assignCase, { To: 'person', UserName: 'ann' })
    assert.ok(!(await knows(bob)))
  })

  test('is open to all when it is confidential no longer', async () => {
    await ann(unmarkConfidential)
    assert.ok(await knows(bob))
  })

  test('stays known to who says so through updatecase', async () => {
    const CaseId = '700123'
    await bob(updateCase, { CaseId, Confidential: 'true' })
    assert.deepEqual([await knows(bob, CaseId), await knows(ann, CaseId)], [true, false])
  })
})

test('a case of a confidential type is opened even by who may not know of it afterwards', async () => {
  await stage.publish({ name: 'Grievance', isConfidential: true })
  const { caseId } = (await bob(createCase, { CaseId: '', Type: 'Grievance' })) as {
    caseId: number
  }
  assert.deepEqual(
    [await knows(bob, String(caseId)), await knows(mary, String(caseId))],
    [false, true],
  )
})

suite('somebody who is barred', () => {
  test('knows of the case no longer, even with the right or named', async () => {
    const reason = 'Her brother complains'
    await bob(barPerson, { UserName: 'mary', Reason: reason })
    assert.ok(!(await knows(mary)))
    assert.ok(await knows(bob))
    await assert.rejects(bob(nameReader, { UserName: 'mary' }), refusedAs('invalidInput'))
    const [row] = (await bob(getCaseAccess).then(
      (shown) => (shown as { bars: object[] }).bars,
    )) as [object]
    assert.deepEqual(row, {
      userName: 'mary',
      fullName: 'Mary',
      reason,
      barredBy: 'Bob',
      barredAt: stage.clock.now(),
    })
  })

  test('is given no case, and no case is taken by barring its owner', async () => {
    await assert.rejects(
      bob(assignCase, { To: 'person', UserName: 'mary' }),
      refusedAs('invalidInput'),
    )
    const owner = { UserName: 'ann', Reason: 'A friend' }
    await assert.rejects(bob(barPerson, owner), refusedAs('invalidInput'))
    await assert.rejects(
      bob(barPerson, { UserName: 'bob', Reason: 'Mine' }),
      refusedAs('invalidInput'),
    )
    await assert.rejects(
      bob(barPerson, { UserName: 'nobody', Reason: 'x' }),
      refusedAs('invalidInput'),
    )
  })

  test('cannot lift the bar; somebody else can', async () => {
    await assert.rejects(mary(unbarPerson, { UserName: 'mary' }), refusedAs('unknownCase'))
    await bob(unbarPerson, { UserName: 'mary' })
    assert.ok(await knows(mary))
    await assert.rejects(bob(unbarPerson, { UserName: 'mary' }), refusedAs('unknownBar'))
    await assert.rejects(bob(unbarPerson, { UserName: 'nobody' }), refusedAs('unknownBar'))
  })
})

suite('in an emergency', () => {
  const asked = { Reason: 'A child is in danger', CaseId: '700123' }
  const allow = async () => {
    await stage.rows(
      `update organisations set settings = '{"isBreakGlassAllowed": true}' where organisation_id = $1`,
    )
    const isAllowed = () => stage.test.database.read(stage.organisationId, organisationSettings)
    while (!(await isAllowed()).isBreakGlassAllowed) await new Promise((go) => setTimeout(go, 5))
  }

  test('nobody opens a case where the organisation does not let them', async () => {
    await assert.rejects(ann(breakGlass, asked), refusedAs('invalidInput'))
    await allow()
  })

  test('somebody opens a case for a day, and its owner and its history are told', async () => {
    await stage.rows(
      `update cases set assigned_user_id = (select user_id from users
         where organisation_id = $1 and user_name = 'bob')
       where organisation_id = $1 and case_id = $2`,
      700123,
    )
    await ann(breakGlass, asked)
    assert.ok(await knows(ann, '700123'))
    const told = await stage.rows(
      `select u.user_name, n.kind, n.particulars from notices n
       join users u using (organisation_id, user_id)
       where n.organisation_id = $1 and n.case_id = $2 and n.kind = 'case opened'`,
      700123,
    )
    assert.deepEqual(told, [
      { user_name: 'bob', kind: 'case opened', particulars: { openedBy: 'Ann' } },
    ])
    assert.ok((await eventsOf(700123)).includes('openedByBreakGlass'))
    stage.clock.set('2026-03-15T09:31:00Z')
    assert.ok(!(await knows(ann, '700123')))
    stage.clock.set('2026-03-14T09:30:00Z')
  })

  test('a case that is not there, open to all or barred is answered alike', async () => {
    for (const CaseId of ['999999', '700124'])
      await assert.rejects(ann(breakGlass, { ...asked, CaseId }), refusedAs('nothingToOpen'))
    await bob(barPerson, { CaseId: '700123', UserName: 'ann', Reason: 'A friend' })
    await assert.rejects(ann(breakGlass, asked), refusedAs('nothingToOpen'))
    await assert.rejects(program(breakGlass, asked), refusedAs('nothingToOpen'))
  })
})

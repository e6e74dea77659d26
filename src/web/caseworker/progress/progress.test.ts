import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moveStage } from '#domain/stages/index.ts'
import { movingStage } from '#test/moving-stage.ts'
import { signedIn, textOf } from '#test/web-stage.ts'

const { stage, web, cookies } = await signedIn(await movingStage())

const show = async (address: string) => {
  const page = await web.open(address, cookies)
  assert.equal(page.statusCode, 200, address)
  return textOf(page)
}
const taskNumber = async (caseId: number, code: string) =>
  (
    await stage.rows(
      `select task_id as id from tasks where organisation_id = $1 and case_id = $2 and code = '${code}'`,
      caseId,
    )
  )[0]?.['id']
const letterNumber = async (caseId: number) =>
  (
    await stage.rows(
      `select letter_draft_id as id from letter_drafts where organisation_id = $1 and case_id = $2`,
      caseId,
    )
  )[0]?.['id']

test('the page of a case leads to where it stands, and that to every way on', async () => {
  const caseId = await stage.open()
  const page = await web.open(`/cases/${caseId}`, cookies)
  assert.ok(page.body.includes(`href="/cases/${caseId}/progress"`))
  assert.ok(page.body.includes(`href="/cases/${caseId}/progress/end"`))
  assert.match(
    textOf(page),
    /What “Stage 1” waits for The task “Call the customer” must be done first\. Tasks Deadlines/,
  )
  assert.match(
    textOf(page),
    /What is next Call the customer Due 17 March 2026, Customer relations Send letter: Ack/,
  )
  assert.ok(page.body.includes(`href="/cases/${caseId}/progress/move/main"`))
  assert.match(
    textOf(page),
    /What you can do .*Change details .*Move on from “Stage 1” \(.*Escalated/,
  )
  const text = await show(`/cases/${caseId}/progress`)
  assert.match(text, /Stage 1 Now Due 27 March 2026/)
  assert.match(text, /Stage 2 Not begun/)
  assert.match(text, /Escalated: Leads to “Stage 2”/)
  assert.match(text, /The task “Call the customer” must be done first\. Tasks/)
  assert.match(text, /“What was found” must be filled in first\. Change details/)
  assert.match(text, /Acknowledgement.*20 March 2026/)
})

test('a case is moved on with forms alone; what is lacking is told on the form', async () => {
  const caseId = await stage.open()
  const address = `/cases/${caseId}/progress`
  const move = `${address}/move/main`
  const refused = await web.send(move, cookies, { Stage: 'first', Outcome: 'escalated' })
  assert.equal(refused.statusCode, 422)
  assert.match(textOf(refused), /The task “Call the customer” must be done first\./)
  const settle = `${address}/tasks/${String(await taskNumber(caseId, 'CALL'))}/settle`
  assert.match(await show(settle), /Call the customer/)
  assert.equal((await web.send(settle, cookies, { Outcome: 'done' })).statusCode, 303)
  assert.match(
    await show(move),
    /What “Stage 1” leaves undone Draft the answer Letter: Acknowledgement None of this is needed/,
  )
  const sent = { Stage: 'first', Outcome: 'escalated', DropUndone: 'true' }
  const moved = await web.send(move, cookies, sent)
  assert.equal(moved.headers.location, address)
  assert.match(await show(address), /Stage 1 Done Escalated on 14 March 2026/)
  assert.match(await show(address), /Draft the answer.*Not needed, 14 March 2026/)
  assert.match(
    await show(`/cases/${caseId}/timeline`),
    /Escalated\. No longer needed: Draft the answer, Letter: Acknowledgement/,
  )
})

test('what an outcome asks for is filled in on the page on which it is chosen', async () => {
  const caseId = await stage.open()
  await stage.finish(caseId, 'CALL')
  const move = `/cases/${caseId}/progress/move/main`
  const first = await web.open(move, cookies)
  assert.match(textOf(first), /Answered The case is closed\. Asks for “What was found”\./)
  assert.ok(!first.body.includes('Field.Finding'))
  const chosen = { Stage: 'first', Outcome: 'answered' }
  const asked = await web.send(move, cookies, chosen)
  assert.equal(asked.statusCode, 422)
  assert.match(textOf(asked), /There is a problem “What was found” must be filled in first\./)
  assert.ok(asked.body.includes('id="Field.Finding"'))
  const filled = { ...chosen, 'Field.Finding': 'A leak', 'Field.Details': 'not asked for' }
  assert.equal((await web.send(move, cookies, filled)).statusCode, 303)
  const { attributes, status } = await stage.theCase(caseId)
  assert.deepEqual([attributes, status], [{ Finding: 'A leak' }, 'Answered'])
  assert.deepEqual((await stage.eventsOf(caseId)).slice(-2), ['detailsChanged', 'caseClosed'])
})

test('what an ending asks for is filled in with it, and stays away where it cannot end so', async () => {
  const caseId = await stage.open()
  const end = `/cases/${caseId}/progress/end`
  const asked = await web.send(end, cookies, { Ending: 'duplicate' })
  assert.match(textOf(asked), /“What happened” must be filled in first\./)
  const lacking = { Ending: 'withdrawn', 'Field.Details': 'A leak' }
  assert.equal((await web.send(end, cookies, lacking)).statusCode, 422)
  assert.deepEqual((await stage.theCase(caseId))['attributes'], {})
  const seen = { ...lacking, Ending: 'duplicate', 'Seen.Details': 'of another version' }
  const late = await web.send(end, cookies, seen)
  assert.match(textOf(late), /Somebody has changed “What happened” since/)
  assert.ok(late.body.includes('id="Seen"') && late.body.includes('A leak</textarea>'))
  await web.send(end, cookies, { ...lacking, Ending: 'duplicate' })
  assert.deepEqual((await stage.theCase(caseId))['attributes'], { Details: 'A leak' })
})

test('a track is begun on a form of its own, which takes when its cause became known', async () => {
  const caseId = await stage.open()
  const address = `/cases/${caseId}/progress`
  const begin = `${address}/begin/emergency`
  assert.ok((await web.open(address, cookies)).body.includes(`href="${begin}"`))
  assert.match(
    await show(begin),
    /Begin: Emergency.*became known, if that was not now \(optional\)/,
  )
  const refused = await web.send(begin, cookies, { Received: '14/3/2026' })
  assert.match(textOf(refused), /“Make safe” is counted in hours, so give the time as well/)
  const sent = { Received: '14/3/2026', ReceivedTime: '9:15am' }
  assert.equal((await web.send(begin, cookies, sent)).headers.location, address)
  assert.match(
    await show(`/cases/${caseId}/deadlines/safe`),
    /9:15am on Sunday 15 March 2026|15 March 2026.*9:15am/,
  )
  assert.equal((await web.open(`${address}/begin/nothing`, cookies)).statusCode, 404)
})

test('whoever moves a stage that has been moved is told by whom', async () => {
  const caseId = await stage.open()
  await stage.finish(caseId, 'CALL')
  await stage.act(moveStage, { CaseId: caseId, Outcome: 'escalated' })
  const late = await web.send(`/cases/${caseId}/progress/move/main`, cookies, {
    Stage: 'first',
    Outcome: 'answered',
  })
  assert.equal(late.statusCode, 422)
  assert.match(textOf(late), /Sam Dee ended “Stage 1” on 14 March 2026/)
  assert.ok(late.body.includes('id="Stage"'))
})

test('the letters of a case’s stages are offered first, those of its service next, each with its code', async () => {
  const caseId = await stage.open()
  const letters = ['LATER', 'OFPACK'].map(
    (code) => `($1, '${code}', 'Acknowledgement', 'letter', 'Hello', '2026-03-01'::timestamptz)`,
  )
  await stage.rows(
    `with pack as (
       insert into installed_packs (organisation_id, code, version, content_hash, content, installed_by,
         installed_at)
       values ($1, 'staged', '1.0.0', 'x', '{"caseTypes": [{"name": "staged"}],
         "letters": [{"code": "OFPACK"}, {"code": "ACK"}]}', 'Dee, Sam', '2026-03-01')
     )
     insert into letter_templates (organisation_id, code, name, channel, body, updated_at)
     values ${letters.join(', ')}`,
  )
  const offered = new RegExp(
    [
      'Acknowledgement \\(ACK, e-mail\\) Outcome \\(OUTCOME, letter\\)',
      'Acknowledgement \\(OFPACK, letter\\) Acknowledgement \\(LATER, letter\\)',
    ].join(' '),
  )
  const shown = () => show(`/cases/${caseId}/progress/letters/new`)
  assert.match(await shown(), offered)
})

test('a letter is looked at, amended and sent', async () => {
  const caseId = await stage.open({ 'Customer.FirstName': 'Ann', 'Customer.Surname': 'Bell' })
  const address = `/cases/${caseId}/progress/letters/${String(await letterNumber(caseId))}`
  assert.match(await show(`${address}/amend`), /What can be put in/)
  const gap = { Version: '1', Subject: 'Thanks', Body: 'Dear {{customer.name}}, [Answer]' }
  assert.equal((await web.send(`${address}/amend`, cookies, gap)).statusCode, 303)
  assert.match(await show(`${address}/amend`), /Before it can be sent: \[Answer\] is still to be/)
  assert.match(await show(`${address}/send`), /\[Answer\] is still to be written.*Amend the letter/)
  const sent = { ...gap, Version: '2', Body: 'Dear {{customer.name}}, thank you.' }
  assert.equal((await web.send(`${address}/amend`, cookies, sent)).statusCode, 303)
  assert.match(
    await show(`${address}/send`),
    /shown as they stand today\. .*Dear Ann Bell, thank you\./,
  )
  const mailed = await web.send(`${address}/send`, cookies, { Version: '3', How: 'email' })
  assert.equal(mailed.statusCode, 422)
  assert.match(textOf(mailed), /Error: This installation sends no e-mail: send the letter by post/)
  const done = await web.send(`${address}/send`, cookies, { Version: '3', How: 'post' })
  assert.equal(done.statusCode, 303)
  const banner = String(done.cookies.find(({ name }) => name === 'casewright-banner')?.value)
  assert.equal(Buffer.from(banner, 'base64url').toString(), 'Letter sent by post to Ann Bell')
  assert.match(
    await show(`/cases/${caseId}/progress`),
    /Acknowledgement.*Sent by post, 14 March 2026/,
  )
})

test('a letter whose e-mail was not taken is shown with what became of it, and sent again', async () => {
  const caseId = await stage.open({ 'Customer.FirstName': 'Ann', 'Customer.Surname': 'Bell' })
  const letter = String(await letterNumber(caseId))
  const address = `/cases/${caseId}/progress/letters/${letter}/send`
  await web.send(address, cookies, { Version: '1', How: 'post' })
  await stage.rows(
    `with gone as (
       update letter_drafts set sent_how = 'email', sent_to = 'ann@bell.example'
       where organisation_id = $1 and case_id = $2 returning correspondence_id
     )
     insert into mails (organisation_id, kind, state, correspondence_id, address, queued_at, failure)
     select $1, 'letter', 'failed', correspondence_id, 'ann@bell.example', '2026-03-14',
       'the server answered 550'
     from gone`,
    caseId,
  )
  const failure = /It could not be e-mailed to ann@bell\.example: the server answered 550\./
  const progress = await show(`/cases/${caseId}/progress`)
  assert.match(progress, failure)
  assert.match(progress, /Send again \(Acknowledgement\)/)
  assert.match(await show(address), failure)
  const again = await web.send(address, cookies, { Version: '2', How: 'post' })
  assert.equal(again.statusCode, 303)
  assert.doesNotMatch(await show(`/cases/${caseId}/progress`), /could not be e-mailed/)
})

test('a case is ended with a reason, and reopened', async () => {
  const caseId = await stage.open()
  const address = `/cases/${caseId}/progress`
  const end = { Ending: 'withdrawn', Reason: '' }
  assert.match(textOf(await web.send(`${address}/end`, cookies, end)), /Enter the reason/)
  await web.send(`${address}/end`, cookies, { ...end, Reason: 'Moved away' })
  assert.match(await show(address), /Withdrawn Closed on 14 March 2026\. Moved away/)
  assert.match(await show(`${address}/reopen`), /Look again/)
  await web.send(`${address}/reopen`, cookies, { Reopening: 'again', Reason: 'Came back' })
  assert.match(await show(address), /At stage 1/)
})

test('a track is begun with a button, and a task is added, given away and taken back', async () => {
  const caseId = await stage.open()
  const address = `/cases/${caseId}/progress`
  await web.send(`${address}/begin/hazard`, cookies)
  assert.match(await show(address), /Investigation Now/)
  const added = await web.send(`${address}/tasks/new`, cookies, { Title: 'Ask the surveyor' })
  assert.equal(added.statusCode, 303)
  const call = `${address}/tasks/${String(await taskNumber(caseId, 'CALL'))}`
  assert.equal((await web.send(`${call}/give`, cookies, { TeamCode: 'ROADS' })).statusCode, 303)
  await web.send(`${call}/settle`, cookies, { Outcome: 'not needed' })
  assert.match(await show(address), /Not needed, 14 March 2026/)
  await web.send(`${call}/undo`, cookies)
  assert.doesNotMatch(await show(address), /Not needed/)
})

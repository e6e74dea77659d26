import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { cookiesOf, textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
let cookies: Cookies
let draft: string
let workflow: string
before(async () => {
  stage = await caseStage()
  await stage.publish({ name: 'Grit bin', target: { days: 5, unit: 'working' } })
  web = await webStage(stage)
  cookies = await web.signIn()
  const begun = await web.send('/admin/case-types/published/Grit%20bin/draft', cookies)
  draft = String(begun.headers.location)
  workflow = `${draft}/workflow`
})
after(async () => {
  await web.app.close()
  await stage.close()
})

type Fields = Readonly<Record<string, string>>
const openText = async (address: string) => textOf(await web.open(address, cookies))
async function versioned(fields: Fields): Promise<Fields> {
  const [row] = await stage.rows(
    `select version from case_type_drafts where organisation_id = $1 and name = 'Grit bin'`,
  )
  return { Version: String(row?.['version']), ...fields }
}

/** Sends a form and gives what the page says to which it leads. */
async function send(address: string, fields: Fields = {}): Promise<string> {
  const sent = await web.send(address, cookies, await versioned(fields))
  assert.equal(sent.statusCode, 303, textOf(sent))
  const next = String(sent.headers.location)
  return textOf(await web.open(next, { ...cookies, ...cookiesOf(sent) }))
}

test('a plain case type becomes stages that say the same, until one is changed', async () => {
  assert.match(await openText(workflow), /Response: 5 working days from receipt/)
  const wording = { Name: 'Look', Status: 'Looking', CustomerStatus: 'We look', Team: 'ROADS' }
  assert.match(
    await send(`${workflow}/stages/stage-1`, wording),
    /Staff read “Looking”, the customer reads “We look”. It is worked by the team ROADS/,
  )
  const told = await openText(draft)
  assert.match(told, /Stage stage-1, name .* Look/)
  assert.doesNotMatch(told, /deadline respond/)
})

test('a stage is added, and reached by an outcome; a fault leads to its card until then', async () => {
  await send(`${workflow}/stages`, { Code: 'mend', Name: 'Mend' })
  const page = await web.open(draft, cookies)
  assert.ok(page.body.includes(`${workflow}#stage-mend">Stage mend is never reached`))
  const on = { Code: 'broken', Label: 'It is broken', LeadsTo: 'stage mend' }
  assert.match(
    await send(`${workflow}/stages/stage-1/outcomes`, on),
    /It is broken, which leads to Mend/,
  )
  assert.match(await openText(draft), /The draft has no fault/)
  const twice = await web.send(
    `${workflow}/stages`,
    cookies,
    await versioned({ Code: 'mend', Name: 'x' }),
  )
  assert.match(textOf(twice), /There is a stage mend already/)
})

test('tasks, letters and deadlines are due relative to what is dated', async () => {
  await stage.rows(
    `insert into letter_templates (organisation_id, code, name, channel, body, updated_at)
     values ($1, 'TOLD', 'We have mended it', 'letter', 'x', '2026-03-14')`,
  )
  const law = {
    Code: 'law',
    Name: 'By law',
    Rule: 'FOI_RESPONSE',
    From: 'received',
    IsTarget: 'true',
  }
  assert.match(
    await send(`${workflow}/stages/mend/deadlines`, law),
    /By law: by the rule “Answer to a freedom of information request”, counted from receipt/,
  )
  const task = { Code: 'SPREAD', Title: 'Fill it', Days: '-2', From: 'deadline law' }
  assert.match(
    await send(`${workflow}/stages/mend/tasks`, task),
    /Fill it, due 2 working days before/,
  )
  const letter = { LetterCode: 'TOLD', When: 'stage ended' }
  assert.match(await send(`${workflow}/stages/mend/letters`, letter), /TOLD/)
  const own = { Name: 'Ours', Days: '7', Unit: 'calendar' }
  assert.match(
    await send(`${workflow}/stages/mend/deadlines/law`, own),
    /Ours: 7 calendar days from/,
  )
  assert.match(
    await send(`${workflow}/stages/mend/tasks/SPREAD`, { Title: 'Fill it', Days: '1' }),
    /Fill it, due 1 working days after/,
  )
})

test('a time that is neither a rule nor days is refused, and what was typed stays', async () => {
  const sent = await versioned({ Code: 'none', Name: 'No <time>' })
  const refused = await web.send(`${workflow}/stages/mend/deadlines`, cookies, sent)
  assert.equal(refused.statusCode, 422)
  assert.match(textOf(refused), /neither a rule nor a target/)
  assert.ok(refused.body.includes('value="No &lt;time&gt;"'))
})

test('the page shows the flow and walks a sample case through', async () => {
  const page = await openText(workflow)
  assert.match(page, /A sample case Received on/)
  assert.ok((await web.open(workflow, cookies)).body.includes('<svg'))
  const moved = await send(`${draft}/parts/stages%2Fmend/up`)
  assert.match(moved, /Order changed .* The flow .* Stages: Main Mend /)
  await send(`${draft}/parts/stages%2Fmend%2Ftasks%2FSPREAD/remove`)
  assert.doesNotMatch(await openText(workflow), /Fill it/)
})

test('a deadline reminds whom the form names, and a condition is chosen from what there is', async () => {
  const reminders = `${workflow}/stages/mend/deadlines/law/reminders`
  assert.match(await openText(workflow), /whoever has the case, after 75 per cent of the time/)
  const told = {
    Amount: '3',
    Measure: 'days before',
    Recipient: 'team ROADS',
    IsReassigning: 'true',
  }
  assert.match(
    await send(reminders, told),
    /the team ROADS, 3 working days before the end; the case goes to them as well/,
  )
  const changed = { ...told, Amount: '60', Measure: 'per cent', IsReassigning: '' }
  const first =
    /Ours: 7 calendar days from the start of the stage Who is reminded the team ROADS, after 60/
  assert.match(await send(`${reminders}/1`, changed), first)
  await send(`${draft}/parts/${encodeURIComponent('stages/mend/deadlines/law/reminders/2')}/remove`)
  assert.doesNotMatch(await openText(workflow), /after 60 per cent of the time the manager/)
  const task = { Code: 'DIG', Title: 'Dig it out' }
  await send(`${workflow}/stages/mend/tasks`, task)
  const exit = `${workflow}/stages/mend/exit`
  assert.match(await openText(exit), /Select what must be so .*Dig it out/)
  assert.match(await send(exit, { Condition: 'task done: DIG' }), /task done: Dig it out/)
  assert.match(await send(`${exit}/1`, { Condition: 'clock running' }), /clock running Remove/)
})

test('a track runs beside the others, with stages of its own', async () => {
  const page = await send(`${workflow}/tracks`, {
    Code: 'ice',
    Name: 'Black ice',
    Begins: 'by hand',
  })
  assert.match(page, /Stages: Black ice .*Done, which leads to the end of the track/)
  assert.match(page, /Black ice, which begins when somebody begins it/)
  const second = { Code: 'salt', Name: 'Salt it' }
  assert.match(await send(`${workflow}/tracks/ice/stages`, second), /Black ice .*Salt it/)
  await send(`${draft}/parts/tracks%2Fice/remove`)
  assert.doesNotMatch(await openText(workflow), /Salt it/)
})

test('an ending asks for fields, and cases go to whom a rule names', async () => {
  await send(`${draft}/fields`, { Id: 'Street', Label: 'Which street', Kind: 'text' })
  const ending = { Code: 'sold', Label: 'Sold', Kind: 'closed', 'Requires:Street': 'true' }
  assert.match(
    await send(`${workflow}/endings`, ending),
    /Withdrawn: the case is withdrawn .*Sold: the case is closed; it needs Which street/,
  )
  const box = /name="Requires:Street"[^>]*checked/
  const again = await web.open(`${workflow}/endings/sold`, cookies)
  assert.match(again.body, box)
  const rule = {
    Name: 'North / east',
    Field: 'Street',
    FieldValues: 'Icy Lane\nCold Row',
    Team: 'ROADS',
    By: 'turn',
    'Stages:mend': 'true',
  }
  assert.match(await send(`${workflow}/assignment`, rule), /North \/ east: the team ROADS, by turn/)
  const named = `${workflow}/assignment/${encodeURIComponent('North / east')}`
  const shown = await web.open(named, cookies)
  assert.match(shown.body, /Icy Lane\nCold Row/)
  assert.match(shown.body, /name="Stages:mend"[^>]*checked/)
  assert.match(await send(named, { ...rule, Name: 'North' }), /North: the team ROADS/)
  const later = { Queue: 'ROADS', Later: 'linked case' }
  assert.match(await send(`${workflow}/otherwise`, later), /closed case opens a linked case/)
})

test('clearance chains, reopenings and events are forms too, and what comes of it can be published', async () => {
  assert.match(await send(`${workflow}/clearances`, { Code: 'law', Name: 'Law' }), /Law/)
  assert.match(await openText(draft), /The clearance chain law has no step/)
  const step = { Code: 'read', Name: 'Reading', Team: 'ROADS' }
  assert.match(await send(`${workflow}/clearances/law/steps`, step), /Reading, by the team ROADS/)
  const appeal = {
    Code: 'appeal',
    Label: 'Appeal',
    Stage: 'mend',
    WithinDays: '28',
    Later: 'refused',
  }
  assert.match(await send(`${workflow}/reopenings`, appeal), /at the stage mend, within 28 days/)
  assert.match(await send(`${workflow}/events`, { Code: 'frost', Name: 'Frost' }), /Frost/)
  await send(`${draft}/parts/stages%2Fstage-1/up`)
  assert.match(await openText(draft), /The draft has no fault/)
})

test('nothing is changed of a stage that is not there', async () => {
  for (const address of [
    'stages/nosuch',
    'stages/nosuch/tasks',
    'stages/mend/tasks/NOSUCH',
    'endings/nosuch',
  ])
    assert.equal((await web.open(`${workflow}/${address}`, cookies)).statusCode, 404)
})

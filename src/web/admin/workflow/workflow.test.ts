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
    await send(`${workflow}/stage-1`, wording),
    /Staff read “Looking”, the customer reads “We look”. It is worked by the team ROADS/,
  )
  const told = await openText(draft)
  assert.match(told, /Stage stage-1, name .* Look/)
  assert.doesNotMatch(told, /deadline respond/)
})

test('a stage is added, and reached by an outcome; a fault leads to its card until then', async () => {
  await send(`${workflow}/add`, { Code: 'mend', Name: 'Mend' })
  const page = await web.open(draft, cookies)
  assert.ok(page.body.includes(`${workflow}#stage-mend">Stage mend is never reached`))
  const on = { Code: 'broken', Label: 'It is broken', LeadsTo: 'stage mend' }
  assert.match(await send(`${workflow}/stage-1/outcomes`, on), /It is broken, which leads to Mend/)
  assert.match(await openText(draft), /The draft has no fault/)
  const twice = await web.send(
    `${workflow}/add`,
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
    await send(`${workflow}/mend/deadlines`, law),
    /By law: by FOI_RESPONSE, counted from receipt/,
  )
  const task = { Code: 'SPREAD', Title: 'Fill it', Days: '-2', From: 'deadline law' }
  assert.match(await send(`${workflow}/mend/tasks`, task), /Fill it, due 2 working days before/)
  const letter = { LetterCode: 'TOLD', When: 'stage ended' }
  assert.match(await send(`${workflow}/mend/letters`, letter), /TOLD/)
  const own = { Name: 'Ours', Days: '7', Unit: 'calendar' }
  assert.match(await send(`${workflow}/mend/deadlines/law`, own), /Ours: 7 calendar days from/)
  assert.match(
    await send(`${workflow}/mend/tasks/SPREAD`, { Title: 'Fill it', Days: '1' }),
    /Fill it, due 1 working days after/,
  )
})

test('a time that is neither a rule nor days is refused, and what was typed stays', async () => {
  const sent = await versioned({ Code: 'none', Name: 'No <time>' })
  const refused = await web.send(`${workflow}/mend/deadlines`, cookies, sent)
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

test('nothing is changed of a stage that is not there', async () => {
  for (const address of ['nosuch', 'nosuch/tasks', 'mend/tasks/NOSUCH', 'mend/letters/NOSUCH'])
    assert.equal((await web.open(`${workflow}/${address}`, cookies)).statusCode, 404)
})

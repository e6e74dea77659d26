import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { configuredCaseTypes } from '#domain/case-types/index.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { cookiesOf, textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
let cookies: Cookies
let draft: string
before(async () => {
  stage = await caseStage()
  await stage.publish({
    name: 'Grit bin',
    target: { days: 5, unit: 'working' },
    fields: [{ id: 'Where', label: 'Where is it' }, { id: 'Colour' }],
  })
  web = await webStage(stage)
  cookies = await web.signIn()
})
after(async () => {
  await web.app.close()
  await stage.close()
})

type Fields = Readonly<Record<string, string>>
const open = (address: string) => web.open(address, cookies)
const versionOf = async (): Promise<string> => {
  const [row] = await stage.rows(
    `select version from case_type_drafts where organisation_id = $1 and name = 'Grit bin'`,
  )
  return String(row?.['version'])
}

/** Sends a form with the version that is stored now, and gives the page to which it leads. */
async function send(address: string, fields: Fields = {}): Promise<LightMyRequestResponse> {
  const sent = await web.send(address, cookies, { Version: await versionOf(), ...fields })
  assert.equal(sent.statusCode, 303, textOf(sent))
  return web.open(String(sent.headers.location), { ...cookies, ...cookiesOf(sent) })
}

test('a draft is begun from what is published, and there is one draft at a time', async () => {
  assert.match(textOf(await open('/admin/case-types')), /Grit bin Version 1.* 0 Begin a draft/)
  const begun = await web.send('/admin/case-types/published/Grit%20bin/draft', cookies)
  draft = String(begun.headers.location)
  assert.match(draft, /^\/admin\/case-types\/drafts\/\d+$/)
  assert.match(textOf(await open(draft)), /How it differs from version 1 It says the same/)
  const again = await web.send('/admin/case-types/import', cookies, {
    Definition: '{ "name": "grit bin" }',
  })
  assert.equal(again.statusCode, 422)
  assert.match(textOf(again), /There is a draft of this case type already/)
})

test('a field is added, changed, moved and removed, and each difference is told in words', async () => {
  const added = await send(`${draft}/fields`, {
    Id: 'Level',
    Label: 'How full is it',
    Kind: 'list',
    Values: 'Empty\n\nFull\n',
    IsPublished: 'true',
  })
  assert.match(textOf(added), /Field saved/)
  const offered = textOf(await open(`${draft}/fields`))
  assert.match(offered, /Channels by which requests arrive/)
  assert.doesNotMatch(offered, /Equality monitoring/)
  assert.match(textOf(added), /How full is it Level Choice from a list: shown to the customer/)
  assert.match(textOf(added), /Field Level not there/)
  const changed = { Label: 'Where does it stand', Kind: 'text', IsRequired: 'true' }
  assert.match(
    textOf(await send(`${draft}/fields/Where`, changed)),
    /Field Where, name that is read Where is it Where does it stand/,
  )
  const moved = textOf(await send(`${draft}/parts/fields%2FLevel/up`))
  assert.match(moved, /Where does it stand .* How full is it .* Colour Colour Line of text/)
  const removed = textOf(await send(`${draft}/parts/fields%2FColour/remove`))
  assert.match(removed, /Field Colour Colour removed/)
  assert.match(textOf(await open(`${draft}/preview/staff`)), /Where does it stand How full is it/)
  assert.doesNotMatch(textOf(await open(`${draft}/preview/customer`)), /Where does it stand/)
})

test('fields stand in sections and wait for answers, and the preview says for which', async () => {
  const section = { Code: 'more', Title: 'More of it', WhenField: 'Level', WhenValues: 'Empty' }
  const added = textOf(await send(`${draft}/workflow/sections`, section))
  assert.match(added, /More of it. Only where “How full is it” is Empty/)
  const field = { Id: 'Why', Label: 'Why', Kind: 'text', Section: 'more', WhenField: 'Where' }
  assert.match(
    textOf(await send(`${draft}/fields`, field)),
    /In the section More of it. Only where “Where does it stand” is answered/,
  )
  const preview = await open(`${draft}/preview/staff`)
  assert.match(
    textOf(preview),
    /Only where “How full is it” is Empty More of it .*Why \(optional\)/,
  )
  assert.match(
    preview.body,
    /data-shown-when="Field.Level"\s+data-shown-values="\[&quot;Empty&quot;\]"/,
  )
  await send(`${draft}/parts/sections%2Fmore/remove`)
  assert.match(textOf(await open(draft)), /Why stands in the section more, which is not there/)
  await send(`${draft}/parts/fields%2FWhy/remove`)
})

test('a form that can be filed on a case, and the title of a case, are made on pages', async () => {
  const form = { Code: 'UF7', Synonym: 'SiteVisit', Label: 'Site visit', IsAmendment: 'true' }
  assert.match(textOf(await send(`${draft}/workflow/actions`, form)), /Site visit \(UF7\)/)
  const seen = { Id: 'Seen', Label: 'What was seen', Kind: 'text', WhenField: '' }
  const added = textOf(await send(`${draft}/actions/UF7/fields`, seen))
  assert.match(added, /Fields of the form Site visit .* What was seen Seen Line of text/)
  const changed = { Label: 'What there was', Kind: 'long text' }
  await send(`${draft}/actions/UF7/fields/Seen`, changed)
  await send(`${draft}/workflow/actions/UF7`, { Synonym: 'SiteVisit', Label: 'Visit' })
  const late = { Version: await versionOf(), TitlePrefix: 'GB -' }
  assert.match(
    textOf(await web.send(`${draft}/details`, cookies, { ...late, Label: 'Grit bins' })),
    /Select the field that stands after it/,
  )
  const title = { Label: 'Grit bins', TitlePrefix: 'GB -', TitleField: 'Where' }
  assert.match(
    textOf(await send(`${draft}/details`, title)),
    /Title of a case GB - \[Where does it stand\]/,
  )
  const [held] = await stage.rows(
    `select definition -> 'actions' as actions, definition -> 'title' as title
     from case_type_drafts where organisation_id = $1 and name = 'Grit bin'`,
  )
  assert.deepEqual(held, {
    actions: [
      {
        id: 'UF7',
        synonym: 'SiteVisit',
        label: 'Visit',
        fields: [{ id: 'Seen', label: 'What there was', kind: 'long text' }],
      },
    ],
    title: { prefix: 'GB - ', field: 'Where' },
  })
  assert.equal((await web.open(`${draft}/actions/UF8/fields`, cookies)).statusCode, 404)
  const removed = textOf(await send(`${draft}/parts/actions%2FUF7/remove`))
  assert.doesNotMatch(removed, /Fields of the form Visit/)
})

test('what does not fit is told beside its field, and what was typed stays', async () => {
  const sent = { Version: await versionOf(), Id: 'level', Label: 'Twice', Kind: 'text' }
  const twice = await web.send(`${draft}/fields`, cookies, sent)
  assert.equal(twice.statusCode, 422)
  assert.match(textOf(twice), /There is a field level already/)
  assert.ok(twice.body.includes('value="Twice"'))
  const both = { ...sent, Id: 'Both', Kind: 'list', List: 'gender', Values: 'x' }
  assert.match(textOf(await web.send(`${draft}/fields`, cookies, both)), /not both/)
  const neither = { ...sent, Id: 'Neither', Kind: 'list' }
  assert.match(textOf(await web.send(`${draft}/fields`, cookies, neither)), /Enter the choices/)
})

test('of two people who save the same draft, the second sees both and loses nothing', async () => {
  const mine = { Version: await versionOf(), Label: 'Mine', Kind: 'text' }
  await send(`${draft}/fields/Where`, { Label: 'Theirs', Kind: 'text' })
  const late = await web.send(`${draft}/fields/Where`, cookies, mine)
  assert.equal(late.statusCode, 422)
  assert.match(textOf(late), /What is stored now Dee, Sam changed it on .* Question Theirs/)
  assert.ok(late.body.includes('value="Mine"'))
  assert.ok(late.body.includes(`name="Version" value="${await versionOf()}"`))
})

test('a fault leads to the page where it is mended, and keeps the draft from being published', async () => {
  await send(`${draft}/details`, { Label: 'Grit bin', Team: 'NOSUCH' })
  const page = await open(draft)
  assert.match(textOf(page), /There is no team NOSUCH/)
  assert.ok(page.body.includes(`href="${draft}/details">There is no team NOSUCH`))
  const refused = await web.send(`${draft}/publish`, cookies, { Version: await versionOf() })
  assert.equal(refused.statusCode, 422)
  assert.match(textOf(await send(`${draft}/details`, { Label: 'Grit bins' })), /has no fault/)
})

test('a draft is published; a case that is open keeps its version', async () => {
  const { caseId } = await stage.create({ Type: 'Grit bin', Colour: 'Green' })
  assert.match(textOf(await open(`${draft}/publish`)), /Field Colour Colour removed/)
  const page = await send(`${draft}/publish`)
  assert.match(
    textOf(page),
    /Case type published .* Grit bin for programs Version 2.* 1 Begin a draft/,
  )
  assert.equal((await stage.theCase(caseId))['case_type_version'], 1)
  assert.equal((await open(draft)).statusCode, 404)
  const [audited] = await stage.rows(
    `select particulars from audit_entries where organisation_id = $1
     and operation = 'publishcasetypedraft' and outcome = 'done'`,
  )
  assert.match(JSON.stringify(audited), /fields\[Level\]/)
})

test('a case type goes from one installation to another as a file, by way of a draft', async () => {
  const file = await open('/admin/case-types/published/Grit%20bin/file')
  assert.equal((JSON.parse(file.body) as { label: string }).label, 'Grit bins')
  const wrong = await web.send('/admin/case-types/import', cookies, { Definition: '{ "x": 1 }' })
  assert.match(textOf(wrong), /x is not known.*name is missing/)
  const sent = await web.send('/admin/case-types/import', cookies, {
    Definition: file.body.replace('Where', 'Place'),
  })
  draft = String(sent.headers.location)
  assert.match(textOf(await open(draft)), /Field Place not there/)
  const other = file.body.replaceAll('Grit bin', 'Salt bin')
  const refused = await web.send(`${draft}/file`, cookies, {
    Version: await versionOf(),
    Definition: other,
  })
  assert.match(textOf(refused), /The name must stay Grit bin/)
  assert.match(textOf(await send(`${draft}/file`, { Definition: file.body })), /It says the same/)
})

test('a draft is thrown away, and a new case type is begun and published', async () => {
  assert.match(textOf(await send(`${draft}/discard`)), /Draft thrown away/)
  const taken = await web.send('/admin/case-types/new', cookies, { Name: 'GRIT BIN' })
  assert.match(textOf(taken), /There is a case type Grit bin already/)
  const begun = await web.send('/admin/case-types/new', cookies, { Name: 'Skip permit' })
  const address = String(begun.headers.location)
  const published = await web.send(`${address}/publish`, cookies, { Version: '1' })
  assert.equal(published.statusCode, 303)
  assert.match(textOf(await open('/admin/case-types')), /Skip permit Version 1/)
})

test('a version waits for its moment, comes into force by the time alone, and can be moved or taken back', async () => {
  const drafted = async () => {
    const [row] = await stage.rows(
      `select draft_id, version from case_type_drafts where organisation_id = $1 and name = 'Slide'`,
    )
    const address = `/admin/case-types/drafts/${String(row?.['draft_id'])}`
    return { address, Version: String(row?.['version']) }
  }
  const sendDraft = async (what: string, fields: Fields) => {
    const { address, Version } = await drafted()
    return web.send(`${address}/${what}`, cookies, { Version, ...fields })
  }
  const labels = () =>
    stage.test.database.read(stage.organisationId, async (db) =>
      (await configuredCaseTypes(db)).flatMap(({ name, label }) => (name === 'Slide' ? label : [])),
    )
  const begin = () => web.send('/admin/case-types/published/Slide/draft', cookies)
  const before = stage.clock.now()
  await stage.publish({ name: 'Slide', label: 'Old slide' })
  await begin()
  await sendDraft('details', { Label: 'New slide' })
  const past = await sendDraft('publish', { PublishOn: '1/2/2020' })
  assert.match(textOf(past), /Enter a date and time in the future/)
  await sendDraft('publish', { PublishOn: '1/9/2031', PublishTime: '8:30' })
  assert.match(
    textOf(await open('/admin/case-types')),
    /Slide for programs Version 1.*Version 2 from 1 September 2031 at 8:30am/,
  )
  await begin()
  assert.match(textOf(await open((await drafted()).address)), /Version 2 waits to be published/)
  const again = await sendDraft('publish', {})
  assert.match(textOf(again), /Version 2 of Slide waits to be published from 2031-09-01 08:30:00/)
  const waiting = '/admin/case-types/published/Slide'
  const refused = await web.send(`${waiting}/take-back`, cookies)
  assert.match(textOf(refused), /There is a draft of this case type already/)
  await sendDraft('discard', {})
  const moved = await web.send(`${waiting}/moment`, cookies, { PublishOn: '2/9/2031' })
  assert.equal(moved.statusCode, 303)
  stage.clock.set('2031-09-01T22:59:59Z')
  assert.deepEqual(await labels(), ['Old slide'])
  stage.clock.set('2031-09-01T23:00:00Z')
  assert.deepEqual(await labels(), ['New slide'])
  stage.clock.set(before.toISOString())
  const back = await web.send(`${waiting}/take-back`, cookies)
  assert.match(textOf(await open(String(back.headers.location))), /New slide/)
  assert.doesNotMatch(textOf(await open('/admin/case-types')), /Version 2 from/)
})

test('whoever does not manage case types sees no page of them', async () => {
  await stage.rows(
    `update users set role = 'manager' where organisation_id = $1 and user_name = 'sdee'`,
  )
  for (const address of ['/admin/case-types', '/admin/case-types/new', '/admin/case-types/import'])
    assert.equal((await open(address)).statusCode, 403)
})

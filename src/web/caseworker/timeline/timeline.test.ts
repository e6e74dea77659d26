import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { addCaseNote } from '#domain/notes/index.ts'
import { changeDetailsOfCase } from '#domain/details/index.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
let cookies: Cookies
let caseId: number
before(async () => {
  stage = await caseStage()
  web = await webStage(stage)
  cookies = await web.signIn()
  await stage.publish({
    name: 'Grit bin',
    form: 'GritBin',
    fields: [
      { id: 'Street', label: 'Which street', kind: 'text' },
      { id: 'Health', label: 'State of health', kind: 'text', isSensitive: true },
    ],
  })
  const sent = { Type: 'Grit bin', Street: 'High Street', Health: 'Asthma' }
  caseId = (await stage.create(sent)).caseId
  const CaseId = String(caseId)
  const changed = { CaseId, 'Field.Street': 'Low Street', 'Field.Health': 'Well' }
  await stage.perform(changeDetailsOfCase, changed, stage.actor('case worker'))
  await stage.perform(addCaseNote, { CaseId, Notes: 'Rang <her>', Type: 'Telephone' })
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const show = async (query = '', id = caseId): Promise<string> =>
  textOf(await web.open(`/cases/${id}/timeline${query}`, cookies))

suite('the timeline of a case', () => {
  test('tells who did what and when, the newest first, and what fields were and became', async () => {
    const text = await show()
    assert.match(
      text,
      /Note added: Telephone by Website 14 March 2026 at 9:30am Rang <her> Details changed by Sam Dee 14 March 2026 at 9:30am Which street: “High Street” became “Low Street”/,
    )
    assert.match(text, /Case opened by Website/)
  })

  test('repeats nothing of a field that is sensitive', async () => {
    const text = await show()
    assert.match(text, /State of health: changed\. What it said is not repeated here\./)
    assert.doesNotMatch(text, /Asthma|Well /)
  })

  test('is narrowed down by kind and by person', async () => {
    const notes = await show('?Kind=notes')
    assert.match(notes, /Note added/)
    assert.doesNotMatch(notes, /Details changed|Case opened by/)
    const hers = await show('?By=Sam+Dee')
    assert.match(hers, /Details changed/)
    assert.doesNotMatch(hers, /Note added|Case opened by/)
    assert.match(await show('?Kind=documents'), /Nothing matches what you have chosen\./)
  })

  test('goes on from page to page', async () => {
    await stage.rows(
      `insert into case_events (organisation_id, case_id, kind, actor, occurred_at)
       select $1, 700122, 'letterDrafted', 'n' || n, '2026-03-01'
       from generate_series(1, 60) n`,
    )
    const first = await web.open('/cases/700122/timeline', cookies)
    assert.match(textOf(first), /by n60 /)
    assert.doesNotMatch(textOf(first), /by n10 /)
    const further = /href="([^"]*After=[^"]*)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&')
    const next = await web.open(further ?? '', cookies)
    assert.match(textOf(next), /by n10 .*by n1 /)
    assert.doesNotMatch(textOf(next), /by n11 /)
  })
})

test('who else has had the case open in the last two minutes is told, and no longer', async () => {
  assert.doesNotMatch(await show(), /has this case open/)
  await stage.rows(
    `insert into users (organisation_id, user_name, full_name, email, role)
     values ($1, 'ife', 'Ife Okafor', 'ife@demo.example', 'case worker')`,
  )
  const use = (at: Date) =>
    stage.test.sql(
      `insert into case_uses (organisation_id, user_id, case_id, used_at)
       select $1, user_id, $2, $3 from users where organisation_id = $1 and user_name = 'ife'
       on conflict (organisation_id, user_id, case_id) do update set used_at = excluded.used_at`,
      [stage.organisationId, caseId, at.toISOString()],
    )
  const now = stage.clock.now().getTime()
  await use(new Date(now - 119_000))
  assert.match(await show(), /Ife Okafor has this case open\./)
  await use(new Date(now - 121_000))
  assert.doesNotMatch(await show(), /has this case open/)
})

test('what must be known of the people of a case stands above each of its pages', async () => {
  await stage.rows(
    `insert into customer_alerts (organisation_id, customer_id, alert, reason, review_on, set_by,
       set_at)
     select $1, customer_id, 'Visit in <pairs>', 'Dog', '2031-05-09', 'Sam Dee', '2026-03-14'
     from case_parties where organisation_id = $1 and case_id = 700124`,
  )
  const alert = /Alert Miss Ann Bell: Visit in <pairs>/
  assert.match(await show('', 700124), alert)
  assert.match(textOf(await web.open('/cases/700124/progress', cookies)), alert)
  await stage.rows(`update customer_alerts set ended_at = '2026-03-14' where organisation_id = $1`)
  assert.doesNotMatch(await show('', 700124), alert)
})

test('a case is rated by what its type knows; what is so already tells nothing', async () => {
  await stage.publish({ name: 'Flood', form: 'Flood', ratings: ['Low', 'High'] })
  const { caseId: flood } = await stage.create({ Type: 'Flood' })
  const address = `/cases/${flood}/rate`
  const send = (Rating: string) => web.send(address, cookies, { Rating, Reason: 'A <child>' })
  const refused = await send('Huge')
  assert.equal(refused.statusCode, 422)
  assert.match(textOf(refused), /Select a rating from the list/)
  assert.equal((await send('high')).headers.location, `/cases/${flood}`)
  await send('High')
  const text = await show('', flood)
  assert.match(text, /Status .* Rating High With/)
  assert.equal(text.match(/Rating: set to “High”/g)?.length, 1)
  assert.match(text, /Rated by Dee, Sam 14 March 2026 at 9:30am A <child>/)
})

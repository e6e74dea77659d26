import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { movingStage, type MovingStage } from '#test/moving-stage.ts'
import { textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: MovingStage
let web: WebStage
let cookies: Cookies
before(async () => {
  stage = await movingStage()
  await stage.rows(
    `insert into options (organisation_id, list, group_name, value)
     values ($1, 'classification', 'Noise', 'Music')`,
  )
  web = await webStage(stage)
  cookies = await web.signIn()
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const show = async (address: string) => textOf(await web.open(address, cookies))
const doTo = async (
  what: string,
  cases: readonly number[],
  sent: Readonly<Record<string, string>>,
) => {
  const done = await web.send(`/queues/${what}`, cookies, { Case: cases.join('\n'), ...sent })
  assert.equal(done.statusCode, 303, textOf(done))
  return String(done.headers.location)
}

test('cases of the queue are tagged and closed together, with a result for each, and undone', async () => {
  const [one, two] = [await stage.open({ Details: 'x' }), await stage.open()]
  assert.match(await show('/queues'), /Tag selected cases.* Close selected cases/)
  const chosen = `Case=${one}&Case=${two}`
  assert.match(await show(`/queues/tag?${chosen}`), /2 cases .*No tags .*Noise: Music/)
  const tagged = await doTo('tag', [one, two], { Tag: 'Noise: Music' })
  assert.match(await show(tagged), new RegExp(`Cases tagged .*${one} Tagged: Noise: Music`))
  assert.match(await show(`/cases/${one}`), /Tags Noise: Music/)

  const preview = await show(`/queues/close?${chosen}`)
  assert.match(preview, /At stage 1\. Can end so: Withdrawn, Duplicate/)
  const closed = await doTo('close', [one, two], { Ending: 'duplicate', Reason: 'Sent twice' })
  assert.match(
    await show(closed),
    new RegExp(`${one} Closed ${two} Not closed: “What happened” must be filled in first`),
  )
  const undone = await web.send(`${closed}/undo`, cookies)
  assert.equal(undone.headers.location, closed)
  assert.match(await show(closed), new RegExp(`${one} Open again, as it was`))
})

test('whoever has chosen no case is told how to', async () => {
  for (const what of ['tag', 'close'])
    assert.match(await show(`/queues/${what}`), /You have not selected a case that you may see/)
})

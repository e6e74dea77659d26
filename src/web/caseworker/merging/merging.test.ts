import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addCaseNote } from '#domain/notes/index.ts'
import { caseStage } from '#test/case-stage.ts'
import { signedIn, textOf } from '#test/web-stage.ts'

const { stage, web, cookies } = await signedIn(await caseStage())

const show = async (address: string) => textOf(await web.open(address, cookies))

test('a case is merged from its page, shows its papers on the other with where they came from, and is taken out again', async () => {
  const [{ caseId: one }, { caseId: other }] = [
    await stage.create({ Type: 'Complaint' }),
    await stage.create({ Type: 'Complaint' }),
  ]
  await stage.perform(addCaseNote, { CaseId: `${one}`, Notes: 'It drips', Type: 'General' })
  await stage.rows(
    `insert into documents (organisation_id, case_id, name, state, url, document_at, author)
     values ($1, $2, 'Roof.pdf', 'link', 'https://files.example/roof', '2026-03-14', 'Website')`,
    one,
  )
  assert.match(await show(`/cases/${one}`), /Merge this case into another/)
  assert.match(await show(`/cases/${one}/merge`), new RegExp(`Case ${one} closes`))
  const sent = { OtherCase: `${other}`, Reason: 'Sent twice' }
  const done = await web.send(`/cases/${one}/merge`, cookies, sent)
  assert.equal(done.headers.location, `/cases/${one}`)
  const gone = await show(`/cases/${one}`)
  assert.match(gone, new RegExp(`This case was merged into case ${other}, and goes on there`))
  assert.doesNotMatch(gone, /Reopen this case|Merge this case/)
  assert.match(await show(`/cases/${other}`), new RegExp(`Merged into this one: case ${one}`))
  const from = `From case ${one}, merged into this one`
  assert.match(await show(`/cases/${other}/notes`), new RegExp(`${from} General.*It drips`))
  assert.match(await show(`/cases/${other}/documents`), new RegExp(`${from} Roof\\.pdf`))
  assert.match(await show(`/cases/${other}/links`), new RegExp(`Has taken in Case ${one}`))
  const undone = await web.send(`/cases/${one}/merged/${other}/undo`, cookies)
  assert.equal(undone.headers.location, `/cases/${one}`)
  assert.match(await show(`/cases/${one}`), /Merge this case into another/)
  assert.doesNotMatch(await show(`/cases/${other}/notes`), /It drips/)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { inflateSync } from 'node:zlib'
import type { Content } from '#kernel/answer.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { refusedAs } from '#test/refused-as.ts'
import { getCaseCorrespondence } from './index.ts'
import { renderEmail } from './email.ts'
import { renderLetter } from './letter.ts'
import { printable } from './printable.ts'
import { readTypeface } from './typeface.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
  await stage.test.sql(
    `insert into correspondence (organisation_id, correspondence_id, case_id, code, name, channel, subject,
       body, author, created_at, processed_at, updated_at)
     overriding system value
     select $1, c.id, c.case_id, c.code, 'Acknowledgement', c.channel, 'We have your complaint', c.body,
       'Dee, Sam', c.at, c.at, c.at
     from (values
       (51002, 700123, 'ACKLET', 'email', 'the first', timestamptz '2026-03-03 10:00Z'),
       (51003, 700123, 'ACKLET', 'email', 'the last', '2026-03-05 10:00Z'),
       (51004, 700123, 'ACKLET', 'email', 'the middle', '2026-03-04 10:00Z'),
       (51005, 700123, 'RESPLET', 'letter', 'Dear Miss Bell', '2026-03-06 10:00Z'),
       (51006, 700122, 'ACKLET', 'email', 'of another case', '2026-03-06 10:00Z')
     ) as c (id, case_id, code, channel, body, at)`,
    [stage.organisationId],
  )
})
after(() => stage.close())

const read = async (sent: Readonly<Record<string, string>>) =>
  (await stage.perform(getCaseCorrespondence, { CaseId: '700123', ...sent })) as Content

const letter = {
  name: 'Response',
  channel: 'letter',
  subject: 'Your complaint',
  body: 'Dear Miss Bell\n\nWe have looked\r\ninto it.\n\n\nYours',
  author: 'Dee, Sam',
  processedAt: new Date('2026-03-06T10:00:00Z'),
}

test('an e-mail comes back as HTML, not wrapped', async () => {
  const { mediaType, body } = await read({ Id: 'C51002' })
  assert.equal(mediaType, 'text/html;charset=UTF-8')
  assert.match(body as string, /^<!DOCTYPE html>\n<html lang="en-GB">/)
  assert.match(body as string, /<p>the first<\/p>/)
})

test('a letter comes back as PDF', async () => {
  const { mediaType, body } = await read({ Type: 'RESPLET' })
  assert.equal(mediaType, 'application/pdf')
  assert.equal((body as Buffer).subarray(0, 5).toString(), '%PDF-')
})

test('of several items of a type the one processed last comes back, and the id decides where both are sent', async () => {
  assert.match((await read({ Type: 'acklet' })).body as string, /the last/)
  assert.match((await read({ Id: '51004', Type: 'ACKLET' })).body as string, /the middle/)
})

test('the case must be known first, then the item', async () => {
  await assert.rejects(read({ CaseId: '700199', Id: 'C51002' }), refusedAs('unknownCase'))
  const unknown = refusedAs('unknownCorrespondence')
  for (const sent of [{}, { Id: 'C51006' }, { Id: 'D51002' }, { Id: 'C9' }, { Type: 'NOLET' }])
    await assert.rejects(read(sent), unknown, JSON.stringify(sent))
  await assert.rejects(
    stage.perform(
      getCaseCorrespondence,
      { CaseId: '700123', Id: 'C51002' },
      stage.actor(undefined, stage.otherOrganisationId),
    ),
    unknown,
  )
})

test('nothing in an e-mail can run or be loaded, whatever its text', () => {
  const evil = `<script>alert(1)</script>\n"'&<img src=x onerror=alert(1)>`
  const html = renderEmail({
    ...letter,
    channel: 'email',
    subject: evil,
    body: `${evil}\n\nsecond`,
  })
  assert.doesNotMatch(html, /<script|<img/i)
  assert.match(html, /default-src 'none'/)
  assert.match(html, /<p>second<\/p>/)
  assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;<br>/)
})

/** The streams of a PDF, unpacked, as text. */
const unpacked = (pdf: Buffer): string =>
  [...pdf.toString('latin1').matchAll(/stream\n([^]*?)\nendstream/g)]
    .map(([, stream]) => {
      try {
        return inflateSync(Buffer.from(stream ?? '', 'latin1')).toString('latin1')
      } catch {
        return ''
      }
    })
    .join('\n')

test('a letter is a tagged PDF with language and title, the same bytes each time', async () => {
  const pdf = await renderLetter(letter)
  const source = pdf.toString('latin1')
  assert.match(source, /\/MarkInfo/)
  assert.match(source, /\/Marked true/)
  assert.match(source, /\/Lang \(en-GB\)/)
  assert.match(source, /\(Your complaint\)/)
  assert.match(source, /\/DisplayDocTitle true/)
  for (const tag of ['Document', 'H1', 'P']) assert.match(source, new RegExp(`/S /${tag}\\b`), tag)
  assert.deepEqual(await renderLetter(letter), pdf)
  assert.match(unpacked(pdf), /\/H1 <<\s+\/MCID \d+/)
})

test('a long letter runs over several pages', async () => {
  const body = Array.from({ length: 200 }, (_, number) => `Paragraph ${number}`).join('\n\n')
  const source = (await renderLetter({ ...letter, body })).toString('latin1')
  assert.ok(Number(/\/Type \/Pages\n\/Count (\d+)/.exec(source)?.[1]) > 3, source.slice(0, 300))
})

test('a paragraph longer than a page goes on on the next', async () => {
  const pdf = await renderLetter({ ...letter, body: 'word '.repeat(3000) })
  const marks = unpacked(pdf)
  assert.equal(marks.match(/BDC/g)?.length, marks.match(/EMC/g)?.length)
  assert.match(pdf.toString('latin1'), /\/Type \/Pages\n\/Count [2-9]/)
})

const unitsOf = (hex: string) =>
  (hex.match(/[0-9a-f]{4}/gi) ?? []).map((unit) => Number(`0x${unit}`))

/** What a PDF shows and a reader can copy: each font's glyphs, looked up in the table that comes with it. */
function textOf(pdf: Buffer): string {
  const streams = unpacked(pdf)
  const tables = [...streams.matchAll(/beginbfrange\n<\w+> <\w+> \[([^]*?)\]/g)].map(([, table]) =>
    [...(table ?? '').matchAll(/<(.*?)>/g)].map(([, hex = '']) =>
      String.fromCharCode(...unitsOf(hex)),
    ),
  )
  return [...streams.matchAll(/\/F(\d) \S+ Tf\n\[(.*)\] TJ/g)]
    .map(([, font, shown = '']) => unitsOf(shown).map((glyph) => tables[Number(font) - 1]?.[glyph]))
    .flat()
    .join('')
}

test('names keep their marks: Welsh, Polish and other letters are drawn as they are written', async () => {
  const name = 'Tŷ Gŵyr ẃẁẅ, Łódź żółć, Māori Tōtara, Ștefan, Đặng, Ελλάδα, Київ, £5 – “done”'
  const { regular, bold } = await readTypeface()
  for (const font of [regular, bold]) assert.equal(printable(name, font), name)
  const pdf = await renderLetter({ ...letter, subject: name, body: name })
  assert.doesNotMatch(pdf.toString('latin1'), /ActualText/)
  assert.equal(
    textOf(pdf).replaceAll(' ', '').split(name.replaceAll(' ', '')).length,
    3,
    textOf(pdf),
  )
})

test('what no letter of the font can stand for is a question mark, and said to those who listen', async () => {
  const { regular } = await readTypeface()
  assert.equal(printable('漢\tx\u200b\u00ady Ａ', regular), '? xy A')
  const pdf = await renderLetter({ ...letter, body: '漢' })
  assert.match(pdf.toString('latin1'), /ActualText/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { html, rawHtml, render } from './html.ts'

const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

test('what somebody typed never becomes markup', () => {
  const typed = `<script>alert("x" & 'y')</script>`
  assert.equal(
    render(html`<p title="${typed}">${typed}</p>`),
    '<p title="&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt;">' +
      '&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt;</p>',
  )
})

test('any text at all can be read back, and leaves no character that opens or closes markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sent = render(html`${text}`)
      assert.doesNotMatch(sent, /[<>"']/)
      assert.equal(decode(sent), text)
    }),
  )
})

test('markup passes once: nesting any number of times does not escape it again', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat({ max: 6 }), (text, depth) => {
      let piece = html`${text}`
      for (let level = 0; level < depth; level += 1) piece = html`${piece}`
      assert.equal(render(piece), render(html`${text}`))
    }),
  )
})

test('lists are joined however deep they lie, and each text in them is escaped', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string())), (lists) => {
      assert.equal(
        render(html`${lists}`),
        lists
          .flat()
          .map((text) => render(html`${text}`))
          .join(''),
      )
    }),
  )
})

test('false, null and undefined vanish; nought and the empty text do not surprise', () => {
  assert.equal(render(html`[${false}${null}${undefined}${''}${[]}]`), '[]')
  assert.equal(render(html`[${0}${-1.5}${10n}]`), '[0-1.510]')
})

test('what only looks like markup, as from JSON, is not believed', () => {
  const forged: unknown = JSON.parse('{"markup":"<b>","Symbol(markup)":"<b>"}')
  assert.equal(render(html`${forged as string}`), '[object Object]')
})

test('the one marked door lets trusted markup through as it is', () => {
  assert.equal(render(html`<p>${rawHtml('<b>&amp;</b>')}</p>`), '<p><b>&amp;</b></p>')
})

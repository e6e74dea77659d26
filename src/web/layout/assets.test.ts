import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assetAt, assets } from './assets.ts'

const style = assets.style.body.toString()

test('the style names neither the typeface of GOV.UK nor any font file', () => {
  assert.ok(style.length > 100_000)
  assert.doesNotMatch(style, /GDS|@font-face|\.woff/)
  assert.match(style, /font-family:var\(--app-typeface,system-ui/)
})

test('the style refers to pictures of ours, and to one that no page of ours shows', () => {
  const referred = new Set([...style.matchAll(/url\(([^)]*)\)/g)].map(([, address]) => address))
  const { remove, removing } = assets
  const crest = '/assets/images/govuk-crest.svg'
  assert.deepEqual([...referred], [crest, remove.address, removing.address])
})

test('an address holds the hash of its content, so browsers may keep it for ever', () => {
  for (const each of Object.values(assets)) {
    assert.match(each.address, /^\/assets\/[a-z-]+-[0-9a-f]{16}\.(css|js|svg)$/)
    assert.match(each.headers['cache-control'] ?? '', /immutable/)
    assert.equal(assetAt(each.address), each)
  }
})

test('an address that is not one of ours gives nothing', () => {
  assert.equal(assetAt('/assets/../package.json'), undefined)
  assert.equal(assetAt('/assets/casewright.css'), undefined)
})

test('the script that starts the components asks for nothing but the components', () => {
  const imports = [...assets.start.body.toString().matchAll(/from '([^']*)'/g)]
  assert.deepEqual(
    imports.map(([, address]) => address),
    [assets.library.address, assets.further.address],
  )
})

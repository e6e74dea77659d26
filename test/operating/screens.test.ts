import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { imagesFolder, pictureSize, screens, signInScreen } from '#bin/screens.ts'

const guide = readFileSync(join(imagesFolder, '../README.md'), 'utf8')
const pictures = readdirSync(imagesFolder).map((name) => ({
  name,
  bytes: readFileSync(join(imagesFolder, name)),
}))

test('the guide shows each picture that the script takes, described, and there is no other', () => {
  const taken = [signInScreen, ...screens.map(({ name }) => name)].map((name) => `${name}.png`)
  assert.deepEqual(new Set(pictures.map(({ name }) => name)), new Set(taken))
  const shown = [...guide.matchAll(/!\[([^\]]{20,})\]\(images\/([^)]+)\)/g)].map(
    ([, , name]) => name,
  )
  assert.deepEqual(shown, taken)
})

test('the pictures have one size and are small together', () => {
  for (const { name, bytes } of pictures) {
    // the header of a PNG (RFC 2083, 4.1.1) has the width and the height at 16 and 20
    const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    assert.deepEqual(size, pictureSize, name)
  }
  const total = pictures.reduce((sum, { bytes }) => sum + bytes.length, 0)
  assert.ok(total < 1_500_000, `${total} bytes`)
})

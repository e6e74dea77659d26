import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render } from '#web/layout/html.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { textarea } from './textarea.ts'

for (const value of ['', 'One line', 'Two\nlines', '\nAfter an empty line', '  <indented>'])
  test(`${JSON.stringify(value)} stands in the field as it was typed`, () => {
    const drawn = render(textarea({ name: 'Notes', label: { text: 'Note' }, value }))
    const field = everyElement(readTree(drawn)).find(({ name }) => name === 'textarea')
    assert.deepEqual(field?.children, [value])
  })

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { everyElement, readTree, spokenText } from '#test/html-tree.ts'
import type { Element } from '#test/html-tree.ts'
import { everyExample } from '#test/views.ts'
import { render } from '#web/layout/html.ts'
import { layout } from '#web/layout/layout.ts'

const surroundings = {
  organisation: 'Example Council',
  person: {
    name: 'Bryn Caseworker',
    csrfToken: 'example',
    session: { idleSeconds: 1800, lastSeconds: 43_200 },
  },
}

const referring = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'] as const

const idsOf = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap(({ attributes }) => attributes['id'] ?? [])

const named = (elements: readonly Element[], name: string): readonly Element[] =>
  elements.filter((element) => element.name === name)

const headingLevels = (elements: readonly Element[]): readonly number[] =>
  elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? Number(name.slice(1)) : []))

for (const { name, page } of await everyExample()) {
  suite(name, () => {
    const tree = readTree(render(layout(page, surroundings)))
    const elements = everyElement(tree)
    const ids = idsOf(elements)

    test('the page has a language, a title that says what it is, one main part and one first heading', () => {
      assert.equal(elements[0]?.attributes['lang'], 'en')
      const title = spokenText(named(elements, 'title').slice(0, 1))
      assert.match(title, / – Example Council$/)
      assert.equal(named(elements, 'main').length, 1)
      assert.equal(headingLevels(elements).filter((level) => level === 1).length, 1)
    })

    test('no id is given twice, and whatever refers to an id finds it', () => {
      assert.deepEqual(ids, [...new Set(ids)])
      for (const { attributes } of elements) {
        const referred = referring.flatMap((key) => attributes[key]?.split(' ') ?? [])
        for (const id of referred) assert.ok(ids.includes(id), `nothing has the id ${id}`)
        const fragment = attributes['href']?.match(/^#(.+)$/)?.[1]
        assert.ok(fragment === undefined || ids.includes(fragment), `no field #${fragment}`)
      }
    })

    test('every field that can be filled in has a label', () => {
      const labelled = new Set(named(elements, 'label').map(({ attributes }) => attributes['for']))
      const fields = elements.filter(
        ({ name, attributes }) =>
          ['input', 'select', 'textarea'].includes(name) && attributes['type'] !== 'hidden',
      )
      for (const { attributes } of fields) assert.ok(labelled.has(attributes['id'] ?? ''))
    })

    test('nothing is inline that the policy for content forbids', () => {
      for (const { name, attributes, children } of elements) {
        const forbidden = Object.keys(attributes).filter((key) => /^(on|style$)/.test(key))
        assert.deepEqual(forbidden, [])
        assert.ok(name !== 'style' && !(name === 'script' && children.length > 0))
      }
    })

    test('whatever changes something is sent by a form that carries its token', () => {
      for (const form of named(elements, 'form')) {
        if (['get', 'dialog'].includes(form.attributes['method'] ?? '')) continue
        assert.equal(form.attributes['method'], 'post')
        const names = everyElement(form.children).map(({ attributes }) => attributes['name'])
        assert.ok(names.includes('csrfToken') || form.attributes['action']?.startsWith('/sign-in/'))
      }
    })
  })
}

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { rawHtml, render } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { readTree, spokenText, trimmed } from '#test/html-tree.ts'
import { backLink } from './back-link.ts'
import { breadcrumbs } from './breadcrumbs.ts'
import { button } from './button.ts'
import { characterCount } from './character-count.ts'
import { checkboxes } from './checkboxes.ts'
import { dateInput } from './date-input.ts'
import { details } from './details.ts'
import { errorMessage } from './error-message.ts'
import { errorSummary } from './error-summary.ts'
import { fieldset } from './fieldset.ts'
import { fileUpload } from './file-upload.ts'
import { hint } from './hint.ts'
import { input } from './input.ts'
import { insetText } from './inset-text.ts'
import { label } from './label.ts'
import { notificationBanner } from './notification-banner.ts'
import { pagination } from './pagination.ts'
import { panel } from './panel.ts'
import { radios } from './radios.ts'
import { select } from './select.ts'
import { serviceNavigation } from './service-navigation.ts'
import { skipLink } from './skip-link.ts'
import { summaryList } from './summary-list.ts'
import { table } from './table.ts'
import { tag } from './tag.ts'
import { textarea } from './textarea.ts'
import { warningText } from './warning-text.ts'

type Component = (options: never) => Html

const components: Readonly<Record<string, Component>> = {
  'back-link': backLink,
  breadcrumbs,
  button,
  'character-count': characterCount,
  checkboxes,
  'date-input': dateInput,
  details,
  'error-message': errorMessage,
  'error-summary': errorSummary,
  fieldset,
  'file-upload': fileUpload,
  hint,
  input,
  'inset-text': insetText,
  label,
  'notification-banner': notificationBanner,
  pagination,
  panel,
  radios,
  select,
  'service-navigation': serviceNavigation,
  'skip-link': skipLink,
  'summary-list': summaryList,
  table,
  tag,
  textarea,
  'warning-text': warningText,
}

type Fixture = { readonly name: string; readonly options: unknown; readonly html: string }

const fixturesOf = (component: string): readonly Fixture[] => {
  const address = import.meta.resolve(
    `govuk-frontend/dist/govuk/components/${component}/fixtures.json`,
  )
  const file: { fixtures: Fixture[] } = JSON.parse(readFileSync(fileURLToPath(address), 'utf8'))
  return file.fixtures
}

const slots = ['start', 'end', 'navigationStart', 'navigationEnd']
const markupOptions = new Set(['html', 'titleHtml', 'summaryHtml', 'descriptionHtml', ...slots])

/** Fixtures hold markup as text: gives the same options with that text marked as markup, where there is any. */
const withMarkup = (value: unknown, key = ''): unknown => {
  if (typeof value === 'string' && markupOptions.has(key))
    return value === '' ? undefined : rawHtml(value)
  if (Array.isArray(value)) return value.map((item: unknown) => withMarkup(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withMarkup(item, name)]),
  )
}

for (const [name, component] of Object.entries(components)) {
  const fixtures = fixturesOf(name)
  suite(`${name} is drawn as GOV.UK Frontend publishes it`, () => {
    test('there are examples to compare with', () => assert.ok(fixtures.length > 3))
    for (const fixture of fixtures) {
      test(fixture.name, () => {
        const ours = readTree(render(component(withMarkup(fixture.options) as never)))
        const published = readTree(fixture.html)
        assert.deepEqual(trimmed(ours), trimmed(published))
        assert.equal(spokenText(ours), spokenText(published))
      })
    }
  })
}

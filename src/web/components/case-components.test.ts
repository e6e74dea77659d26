import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTree, trimmed } from '#test/html-tree.ts'
import { render } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { identityBar } from './identity-bar.ts'
import { timeline } from './timeline.ts'

// MoJ Frontend ships templates and no rendered examples: these follow its templates of 11.1.0.
const isLike = (ours: Html, published: string): void =>
  assert.deepEqual(trimmed(readTree(render(ours))), trimmed(readTree(published)))

test('an identity bar names what the pages below it are about', () =>
  isLike(
    identityBar({ title: { text: 'Case <1001>' } }),
    `<div class="moj-identity-bar"><div class="moj-identity-bar__container">
      <div class="moj-identity-bar__details">
        <span class="moj-identity-bar__title">Case &lt;1001&gt;</span>
      </div>
    </div></div>`,
  ))

test('a timeline says what happened, by whom and when', () =>
  isLike(
    timeline({
      headingLevel: 3,
      items: [
        {
          label: { text: 'Note added' },
          byline: { text: 'Okafor, Ife' },
          datetime: { timestamp: '2031-05-09T08:00:00.000Z', text: '9 May 2031 at 9:00am' },
          text: 'Rang',
        },
      ],
    }),
    `<div class="moj-timeline"><div class="moj-timeline__item">
      <div class="moj-timeline__header">
        <h3 class="moj-timeline__title">Note added</h3>
        <p class="moj-timeline__byline">by Okafor, Ife</p>
      </div>
      <p class="moj-timeline__date">
        <time datetime="2031-05-09T08:00:00.000Z">9 May 2031 at 9:00am</time>
      </p>
      <div class="moj-timeline__description">Rang</div>
    </div></div>`,
  ))

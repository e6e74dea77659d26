import { notificationBanner } from '#web/components/notification-banner.ts'
import { table } from '#web/components/table.ts'
import { tag } from '#web/components/tag.ts'
import { wide } from '#web/admin/admin-form.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** A pack as the list shows it. */
export type PackLine = {
  readonly name: string
  readonly summary: string
  readonly address: string
  readonly version: string
  readonly installed: string | undefined
  readonly standing: 'installed' | 'can be updated' | 'not installed' | 'for another nation'
}

/** The packs, those that were brought in from elsewhere, and what the page before has left to say. */
export type PackList = {
  readonly packs: readonly PackLine[]
  readonly others: readonly string[]
  readonly banner: string | undefined
}

/** The page of all service packs. */
export const packsView: View<PackList> = ({ packs, others, banner }) => ({
  title: 'Service packs',
  isWide: true,
  back: { href: '/admin', text: 'Back to administration' },
  content: html`${banner !== undefined && notificationBanner({ text: banner, type: 'success' })}
    <h1 class="govuk-heading-l">Service packs</h1>
    <p class="govuk-body">
      A service pack holds what a service needs: case types with their stages, deadlines and tasks,
      letters, and values of lists. Once it is installed, everything in it is yours to change.
    </p>
    ${wide(
      'Service packs',
      table({
        caption: 'Packs that come with Casewright',
        captionClasses: 'govuk-table__caption--m',
        firstCellIsHeader: true,
        head: ['Pack', 'Version', 'Installed', 'State'].map((text) => ({ text })),
        rows: packs.map((pack) => [
          {
            html: html`<a class="govuk-link" href="${pack.address}">${pack.name}</a>
              <span class="app-list__minor">${pack.summary}</span>`,
          },
          { text: pack.version },
          { text: pack.installed ?? 'No' },
          { html: standings[pack.standing] },
        ]),
      }),
    )}
    ${
      others.length > 0 &&
      html`<h2 class="govuk-heading-m">Installed from elsewhere</h2>
        <p class="govuk-body">
          ${others.join(', ')}. They are updated by the command pack update.
        </p>`
    }`,
})

const standings: Readonly<Record<PackLine['standing'], Html>> = {
  installed: tag({ text: 'Installed', classes: 'govuk-tag--green' }),
  'can be updated': tag({ text: 'Can be updated', classes: 'govuk-tag--blue' }),
  'not installed': tag({ text: 'Not installed', classes: 'govuk-tag--grey' }),
  'for another nation': tag({ text: 'For another nation', classes: 'govuk-tag--grey' }),
}

const line: PackLine = {
  name: 'Enquiries & compliments',
  summary: 'What people ask and praise.',
  address: '/admin/packs/general',
  version: '1.2.0',
  installed: undefined,
  standing: 'not installed',
}

/** Examples of the page, by what they show. */
export const packsExamples: Examples<View<PackList>> = {
  'packs in every state': [
    {
      packs: [
        line,
        { ...line, installed: '1.0.0', standing: 'can be updated' },
        { ...line, installed: '1.2.0', standing: 'installed' },
        { ...line, standing: 'for another nation' },
      ],
      others: ['Our own <pack> 1.0.0'],
      banner: 'The pack is installed in version 1.2.0',
    },
  ],
}

import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { table } from '#web/components/table.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField } from '#web/layout/form-page.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { BoxGroup } from './role-form.view.ts'

type ShownRole = {
  readonly name: string
  readonly address: string
  /** The permissions it has, by name. */
  readonly held: ReadonlySet<string>
  readonly people: number
  /** Where it is removed, if it can be. */
  readonly removeAddress: string | undefined
}
type ShownMember = {
  readonly person: string
  readonly team: string
  readonly role: string
  readonly removeAddress: string
}

/** What each role may do, and who has one in a team. */
export type Roles = {
  readonly groups: readonly BoxGroup[]
  readonly roles: readonly ShownRole[]
  readonly members: readonly ShownMember[]
  readonly newAddress: string
  readonly newMemberAddress: string
  readonly banner: string | undefined
  readonly csrfToken: string
}

/** The page of all roles. */
export const rolesView: View<Roles> = (model) => ({
  title: 'Roles',
  back: { href: '/', text: 'Back to casework' },
  content: html`${
      model.banner !== undefined && notificationBanner({ text: model.banner, type: 'success' })
    }
    <h1 class="govuk-heading-l">Roles</h1>
    <p class="govuk-body">
      Everybody has one role throughout the organisation, and can have further roles in teams. They
      may do all that any of their roles allows, in every case they may see.
    </p>
    <p class="govuk-body"><a class="govuk-link" href="${model.newAddress}">Make a role</a></p>
    ${rolesPart(model)} ${model.groups.map((group, at) => groupPart(group, model.roles, at))}
    ${membersPart(model)}`,
})

const rolesPart = ({ roles, csrfToken }: Roles): Html =>
  html`<h2 class="govuk-heading-m" id="who">Who has which role</h2>
    <div class="app-wide" tabindex="0" role="group" aria-labelledby="who">
      ${table({
        head: [{ text: 'Role' }, { text: 'People', format: 'numeric' }, { text: 'Remove' }],
        rows: roles.map(({ name, address, people, removeAddress }) => [
          { html: html`<a class="govuk-link" href="${address}">${name}</a>` },
          { text: String(people), format: 'numeric' },
          removeAddress === undefined
            ? { text: people > 0 ? 'Somebody has it' : 'Always there' }
            : { html: removeForm(removeAddress, name, csrfToken) },
        ]),
      })}
    </div>`

const groupPart = ({ title, boxes }: BoxGroup, roles: readonly ShownRole[], at: number): Html =>
  html`<h2 class="govuk-heading-m" id="group-${at}">${title}</h2>
    <div class="app-wide" tabindex="0" role="group" aria-labelledby="group-${at}">
      ${table({
        firstCellIsHeader: true,
        head: [{ text: 'May' }, ...roles.map(({ name }) => ({ text: name }))],
        rows: boxes.map(({ name, label }) => [
          { text: label },
          ...roles.map(({ held }) => ({ text: held.has(name) ? 'Yes' : 'No' })),
        ]),
      })}
    </div>`

const membersPart = ({ members, newMemberAddress, csrfToken }: Roles): Html =>
  html`<h2 class="govuk-heading-m">Roles in teams</h2>
    ${
      members.length === 0
        ? html`<p class="govuk-body">Nobody has a further role in a team.</p>`
        : html`<div class="app-wide" tabindex="0" role="group" aria-label="Roles in teams">
            ${table({
              head: ['Person', 'Team', 'Role', 'Take away'].map((text) => ({ text })),
              rows: members.map(({ person, team, role, removeAddress }) => [
                { text: person },
                { text: team },
                { text: role },
                { html: removeForm(removeAddress, `${person} in ${team}`, csrfToken) },
              ]),
            })}
          </div>`
    }
    <p class="govuk-body">
      <a class="govuk-link" href="${newMemberAddress}">Give somebody a role in a team</a>
    </p>`

const removeForm = (address: string, about: string, csrfToken: string): Html =>
  html`<form action="${address}" method="post" novalidate>
    ${csrfField(csrfToken)}
    ${button({
      html: html`Remove<span class="govuk-visually-hidden"> ${about}</span>`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
      preventDoubleClick: true,
    })}
  </form>`

const model: Roles = {
  groups: [
    {
      title: 'Seeing cases',
      boxes: [
        { name: 'case.view', label: 'See cases' },
        { name: 'case.document.view', label: 'See documents' },
      ],
    },
  ],
  roles: [
    {
      name: 'Administrator',
      address: '/admin/roles/edit/administrator',
      held: new Set(['case.view', 'case.document.view']),
      people: 2,
      removeAddress: undefined,
    },
    {
      name: 'Auditor',
      address: '/admin/roles/edit/auditor',
      held: new Set(['case.view']),
      people: 0,
      removeAddress: undefined,
    },
    {
      name: 'Team <leader>',
      address: '/admin/roles/edit/Team%20%3Cleader%3E',
      held: new Set(),
      people: 0,
      removeAddress: '/admin/roles/remove/Team%20%3Cleader%3E',
    },
  ],
  members: [],
  newAddress: '/admin/roles/new',
  newMemberAddress: '/admin/roles/members/new',
  banner: undefined,
  csrfToken: 'example',
}

/** Examples of the page, by what they show. */
export const rolesExamples: Examples<View<Roles>> = {
  'roles, and nobody with one in a team': [model],
  'somebody with a role in a team': [
    {
      ...model,
      members: [
        {
          person: 'Okafor, Ife',
          team: 'Housing',
          role: 'Manager',
          removeAddress: '/admin/roles/members/iokafor/HOUSING/remove',
        },
      ],
      banner: 'Role saved',
    },
  ],
}

import { button } from '#web/components/button.ts'
import { checkboxes } from '#web/components/checkboxes.ts'
import { emptyForm, lineField } from '#web/forms/fields.ts'
import {
  bothVersions,
  storedSwitch,
  versionFields,
  withVersions,
} from '#web/layout/both-versions.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { rolesAddress } from './role-addresses.ts'

/** Permissions that stand together, by their name and in words. */
export type BoxGroup = {
  readonly title: string
  readonly boxes: readonly { readonly name: string; readonly label: string }[]
}

/** A role that is to be changed, or none where one is to be made. */
export type RoleForm = {
  readonly role: string | undefined
  readonly groups: readonly BoxGroup[]
  readonly held: ReadonlySet<string>
  /** The mark of what it could do when it was shown. */
  readonly seen?: string
}

/** The page on which it is decided what a role may do. */
export const roleFormView: FormView<RoleForm> = ({ role, groups, held, seen }, given) => {
  const stored =
    seen === undefined
      ? undefined
      : {
          seen,
          fields: groups.flatMap(({ boxes }) =>
            boxes.map(({ name, label }) => storedSwitch(name, label, held.has(name))),
          ),
        }
  const form = withVersions(given, stored)
  const heading = role === undefined ? 'Make a role' : `What the role ${role} may do`
  return {
    title: formTitle(heading, form),
    back: { href: rolesAddress, text: 'Back to roles' },
    content: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${flawSummary(form)}
        <h1 class="govuk-heading-l">${heading}</h1>
        ${bothVersions(form)}
        <form action="${form.action}" method="post" novalidate>
          ${csrfField(form.csrfToken)} ${versionFields(form)}
          ${role === undefined && lineField({ name: 'Name', label: 'Name of the role' }, form)}
          ${groups.map((group) => boxesOf(group, held, form))}
          ${button({ text: 'Save role', preventDoubleClick: true })}
        </form>
      </div>
    </div>`,
  }
}

const boxesOf = ({ title, boxes }: BoxGroup, held: ReadonlySet<string>, form: Form): Html => {
  const isTicked = (name: string) =>
    form.flaws.length > 0 ? form.typed[name] === 'true' : held.has(name)
  return checkboxes({
    name: title,
    idPrefix: title.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
    fieldset: { legend: { text: title, classes: 'govuk-fieldset__legend--m' } },
    errorMessage: boxes.map(({ name }) => messageOf(form, name)).find((each) => each),
    items: boxes.map(({ name, label }) => ({
      id: name,
      name,
      value: 'true',
      text: label,
      checked: isTicked(name),
    })),
  })
}

const model: RoleForm = {
  role: 'auditor',
  groups: [
    {
      title: 'Seeing cases',
      boxes: [
        { name: 'case.view', label: 'See cases' },
        { name: 'case.document.view', label: 'See documents' },
      ],
    },
    {
      title: 'Staff and reports',
      boxes: [{ name: 'role.manage', label: 'Decide what each role may do' }],
    },
  ],
  held: new Set(['case.view']),
  seen: 'a',
}
const newRole: RoleForm = { role: undefined, groups: model.groups, held: new Set() }
const form = emptyForm('/admin/roles/edit/auditor')

/** Examples of the page, by what they show. */
export const roleFormExamples: Examples<FormView<RoleForm>> = {
  'a role to change': [model, form],
  'a role to make': [newRole, form],
  'a role without a name': [
    newRole,
    {
      ...form,
      typed: { 'case.view': 'true' },
      flaws: [{ parameter: 'Name', kind: 'missing', message: 'Enter name of the role' }],
    },
  ],
  'an administrator who would lock everybody out': [
    { ...model, role: 'administrator' },
    {
      ...form,
      typed: { 'case.view': 'true' },
      flaws: [
        {
          parameter: 'role.manage',
          kind: 'invalid',
          message: 'Administrators must be able to decide what each role may do',
        },
      ],
    },
  ],
}

import { exportCaseTypes, publishCaseType } from '#domain/case-types/index.ts'
import type { Change } from '#domain/change-log/index.ts'
import { deleteOption, insertOption, listOptions } from '#domain/options/index.ts'
import { changeSetting, organisationSettings } from '#domain/organisations/index.ts'
import { findDefinition } from './queries.ts'
import type { Restorer } from './restorer.ts'

export const settingRestorer: Restorer = {
  async current(db, { subject }) {
    const found = Object.entries(await organisationSettings(db)).find(([name]) => name === subject)
    return found ? { value: found[1] as string | number | boolean } : null
  },
  async put(db, { subject, before }) {
    const value = before?.['value']
    if (typeof value === 'object' || value === undefined)
      return 'What there was before this change is not known'
    void changeSetting(db, { setting: subject, value })
    return { now: before }
  },
}

const optionOf = ({ before, after }: Change) => {
  const kept = before ?? after
  const [list = '', groupName = '', value = ''] = ['list', 'group', 'value'].map((name) =>
    String(kept?.[name] ?? ''),
  )
  const label = kept?.['label']
  return { list, groupName, value, label: typeof label === 'string' ? label : null }
}

export const optionRestorer: Restorer = {
  async current(db, change) {
    const { list, groupName, value } = optionOf(change)
    const found = (await listOptions(db, {})).find(
      (each) => each.list === list && each.groupName === groupName && each.value === value,
    )
    return found ? { list, group: groupName, value, label: found.label } : null
  },
  async put(db, change) {
    const option = optionOf(change)
    if (change.before === null) void deleteOption(db, option)
    else {
      const held = (await listOptions(db, {})).filter(({ list }) => list === option.list)
      void insertOption(db, { ...option, position: held.length })
    }
    return { now: change.before }
  },
}

export const caseTypeRestorer: Restorer = {
  async current(db, { subject }) {
    const [found] = await exportCaseTypes(db, subject)
    return found ? { version: found.version } : null
  },
  async put(db, { subject, before }, { now }) {
    const version = before?.['version']
    if (typeof version !== 'number')
      return 'A case type that was made stays: cases may have been opened under it'
    const found = await findDefinition(db, { name: subject, version })
    if (!found) return `Version ${version} of ${subject} is not kept`
    const published = await publishCaseType(db, found.definition, now)
    if ('caseType' in published) return { now: { version: published.caseType.version } }
    return `Version ${version} cannot be published any more: ${published.faults.join('; ')}`
  },
}

import {
  adviceOn,
  checkDefinition,
  exportCaseTypes,
  listWaitingVersions,
} from '#domain/case-types/index.ts'
import { configuredOptions } from '#domain/options/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import { differences, type Difference } from '#domain/packs/index.ts'
import { listTeams } from '#domain/people/index.ts'
import { operation } from '#kernel/operation.ts'
import { readable } from './definition.ts'
import { draftNamed } from './draft.ts'
import { unknownTypeDraft } from './errors.ts'
import { findDraft, listLetterNames } from './queries.ts'

/** A draft whole: what it says, what is wrong with it, how it differs, and what its parts may name. */
export const getDraft = operation({
  name: 'getcasetypedraft',
  summary: 'Show the draft of a case type',
  effect: 'read',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: { typeDraft: draftNamed },
  errors: [unknownTypeDraft],
  returns: 'content',
  examples: [{ TypeDraft: '14' }],

  async handle({ input, db, refuse }) {
    const found = await findDraft(db, { draft: input.typeDraft })
    if (!found) throw refuse(unknownTypeDraft)
    const { name, definition } = found
    const [checked, [published], teams, letters, { all: options }, { nation }, [waiting]] =
      await Promise.all([
        checkDefinition(db, definition),
        exportCaseTypes(db, name),
        listTeams(db, {}),
        listLetterNames(db, {}),
        configuredOptions(db),
        organisationSettings(db),
        listWaitingVersions(db, { name }),
      ])
    const caseType = readable(definition)
    return {
      ...found,
      caseType,
      advice: adviceOn(caseType),
      faults: 'faults' in checked ? checked.faults : [],
      published: published?.version,
      waiting,
      differences: published ? changesFrom(published.definition, definition) : [],
      teams: teams.map(({ code, name, heir }) => ({
        code,
        name: heir === null ? name : `${name} (retired: its work goes to ${heir})`,
      })),
      letters,
      options,
      nation,
    }
  },
})

/** Two definitions compared by what they come to, however they are written. */
const changesFrom = (before: unknown, after: unknown): readonly Difference[] =>
  differences(comparable(before), comparable(after))

const comparable = (definition: unknown): unknown =>
  JSON.parse(JSON.stringify(readable(definition)))

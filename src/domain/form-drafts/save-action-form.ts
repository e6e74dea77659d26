import { code, line, partParameters, partSaving, savePart } from '#domain/stage-drafts/index.ts'
import { flag } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'

/** Adds a form that can be filed on a case to a draft, or changes what is said of one beside its fields. */
export const saveDraftActionForm = operation({
  name: 'savecasetypeaction',
  summary: 'Add or change a form that can be filed on a case',
  ...partSaving,
  parameters: {
    ...partParameters,
    code: optional(code, 'Id of the form'),
    synonym: required(line, 'Name of its group in the API'),
    label: optional(line, 'Name that people read'),
    isAmendment: optional(flag, 'May amend a case'),
  },
  examples: [
    {
      TypeDraft: '58',
      Version: '1',
      InList: 'actions',
      Code: 'UF7',
      Synonym: 'SiteVisit',
      Label: 'Site visit',
    },
  ],

  handle: (task) => {
    const { code: id, synonym, label, isAmendment } = task.input
    return savePart(
      task,
      { lists: ['actions'], named: 'id', name: id, parameter: 'Code' },
      { synonym, label, isAmendment: isAmendment || undefined },
    )
  },
})

import type { getDraft } from '#domain/case-type-drafts/index.ts'
import { parseCaseType } from '#domain/case-types/index.ts'

/** A draft as it is shown. */
export type ShownDraft = Awaited<ReturnType<typeof getDraft.handle>>

const definition = {
  name: 'Fly <tipping>',
  label: 'Fly tipping & waste',
  synonyms: ['Rubbish'],
  formIds: ['UF1'],
  team: 'HOUSING',
  ratings: ['Low', 'High'],
  sections: [
    { id: 'danger', title: 'What is <dangerous>', when: { field: 'What', equals: 'Mattress' } },
  ],
  rating: 'Low',
  fields: [
    { id: 'Street', label: 'Which street', hint: 'Its name', isRequired: true, isPublished: true },
    { id: 'What', label: 'What is there', kind: 'list', values: ['Mattress', 'Tyres & <oil>'] },
    {
      id: 'Asbestos',
      label: 'Is there asbestos',
      kind: 'flag',
      isSensitive: true,
      section: 'danger',
    },
  ],
  title: { prefix: 'Tipping: ', field: 'Street' },
  actions: [
    {
      id: 'UF7',
      synonym: 'SiteVisit',
      label: 'Site visit & <report>',
      isAmendment: true,
      fields: [{ id: 'Seen', label: 'What was <seen>' }],
    },
  ],
  procedure: {
    events: [{ code: 'visited', name: 'Site visited' }],
    tracks: [
      {
        code: 'main',
        name: 'Main',
        stages: [
          {
            code: 'report',
            name: 'Report',
            number: 1,
            status: 'Reported',
            customerStatus: 'We have your report',
            team: 'HOUSING',
            exit: [{ kind: 'event recorded', event: 'visited' }],
            deadlines: [
              { code: 'respond', name: 'Visit', target: { days: 5, unit: 'working' } },
              { code: 'law', name: 'Answer', rule: 'FOI_RESPONSE', from: 'received' },
            ],
            tasks: [{ code: 'VISIT', title: 'Visit <it>', due: { days: 2 } }],
            letters: [{ template: 'ACK', due: { days: 1 } }],
            outcomes: [
              { code: 'clear', label: 'To be cleared', leadsTo: 'clearing' },
              { code: 'nothing', label: 'Nothing there', leadsTo: 'closure', requires: ['What'] },
            ],
          },
          { code: 'clearing', name: 'Clearing', outcomes: [{ code: 'done', leadsTo: 'closure' }] },
        ],
      },
    ],
  },
}

const read = parseCaseType(definition)
if ('faults' in read) throw new Error(read.faults.join('; '))

/** A draft for examples: with fields of several kinds, two stages, and nothing wrong with it. */
export const exampleDraft: ShownDraft = {
  draft: 14,
  name: 'Fly <tipping>',
  basedOn: 2,
  version: 3,
  changedAt: new Date('2026-05-21T09:15:00Z'),
  changedBy: 'Okafor, Ife',
  definition,
  caseType: read.caseType,
  faults: [],
  advice: [],
  published: 2,
  waiting: undefined,
  differences: [],
  teams: [{ code: 'HOUSING', name: 'Housing' }],
  letters: [{ code: 'ACK', name: 'Acknowledgement' }],
  options: [],
  nation: 'england',
}

import { readOfCase } from '#domain/access/index.ts'
import { configuredOptions } from '#domain/options/index.ts'
import { listTeamNames } from '#domain/people/index.ts'
import { listOwners } from '#domain/remedies/index.ts'
import { operation } from '#kernel/operation.ts'

/** What forms about a complaint let choose from: teams, people, reasons for not taking it on. */
export const getComplaintChoices = operation({
  name: 'getcomplaintchoices',
  summary: 'Show what the forms of a complaint offer',
  ...readOfCase,
  permission: 'case.complaint.update',
  examples: [{ CaseId: '1001' }],

  async handle({ db, subject: { caseId } }) {
    const [teams, people, { all }] = await Promise.all([
      listTeamNames(db, {}),
      listOwners(db, { caseId, permission: 'case.complaint.update' }),
      configuredOptions(db),
    ])
    const exclusionReasons = all
      .filter(({ list }) => list === 'complaint exclusion')
      .map(({ value }) => value)
    return { caseId, teams, people, exclusionReasons }
  },
})

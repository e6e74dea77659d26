import { allOperations } from '#operations'
import type { ContractStage } from '#test/contract-stage.ts'

const examples: readonly Readonly<Record<string, string>>[] = allOperations.flatMap(
  ({ examples: all }) => all,
)

/** Adds the work, parts, exemptions, searches, third parties and links that examples name. */
export async function addExampleInformation({ rows }: ContractStage): Promise<void> {
  for (const { CaseId, Activity, Part, Exemption, Search, ThirdParty, OtherCase } of examples) {
    if (Activity !== undefined)
      await rows(
        `insert into cost_activities (organisation_id, case_id, activity, kind, is_estimate, minutes,
           worked_by, done_on, recorded_by, recorded_at)
         values ($1, $2, $3, 'locating', false, 60, 'Records', '2026-03-10', 'Sam', '2026-03-10')`,
        CaseId,
        Activity,
      )
    if (Part !== undefined)
      await rows(
        `insert into request_parts (organisation_id, case_id, part, description, changed_by, changed_at)
         values ($1, $2, $3, 'The contract', 'Sam', '2026-03-10') on conflict do nothing`,
        CaseId,
        Part,
      )
    if (Exemption !== undefined)
      await rows(
        `insert into part_exemptions (organisation_id, case_id, part, exemption, claimed_by, claimed_at)
         values ($1, $2, $3, $4, 'Sam', '2026-03-10') on conflict do nothing`,
        CaseId,
        Part,
        Exemption,
      )
    if (Search !== undefined)
      await rows(
        `insert into searches (organisation_id, case_id, search, place, planned_by, planned_at)
         values ($1, $2, $3, 'Housing files', 'Sam', '2026-03-10')`,
        CaseId,
        Search,
      )
    if (ThirdParty !== undefined)
      await rows(
        `insert into third_parties (organisation_id, case_id, third_party, reference, changed_by, changed_at)
         values ($1, $2, $3, 'Staff 1', 'Sam', '2026-03-10')`,
        CaseId,
        ThirdParty,
      )
    if (OtherCase !== undefined)
      await rows(
        `insert into linked_requests (organisation_id, case_id, other_case_id, how, reason, linked_by, linked_at)
         values ($1, $2, $3, 'in concert', 'One campaign', 'Sam', '2026-03-10')`,
        CaseId,
        OtherCase,
      )
  }
}

import { operations as access } from '#domain/access/index.ts'
import { operations as accounts } from '#domain/accounts/index.ts'
import { operations as apiKeys } from '#domain/api-keys/index.ts'
import { operations as assignment } from '#domain/assignment/index.ts'
import { operations as attributes } from '#domain/attributes/index.ts'
import { operations as audit } from '#domain/audit/index.ts'
import { operations as bulkChanges } from '#domain/bulk-changes/index.ts'
import { operations as caseTypeDrafts } from '#domain/case-type-drafts/index.ts'
import { operations as calendarChanges } from '#domain/calendar-changes/index.ts'
import { operations as calls } from '#domain/calls/index.ts'
import { operations as caseLinks } from '#domain/case-links/index.ts'
import { operations as caseMerging } from '#domain/case-merging/index.ts'
import { operations as caseSplitting } from '#domain/case-splitting/index.ts'
import { operations as cases } from '#domain/cases/index.ts'
import { operations as changeLog } from '#domain/change-log/index.ts'
import { operations as clearance } from '#domain/clearance/index.ts'
import { operations as clearers } from '#domain/clearers/index.ts'
import { operations as clock } from '#domain/clock/index.ts'
import { operations as clockEvents } from '#domain/clock-events/index.ts'
import { operations as complaints } from '#domain/complaints/index.ts'
import { operations as correspondence } from '#domain/correspondence/index.ts'
import { operations as costLimit } from '#domain/cost-limit/index.ts'
import { operations as customerMerging } from '#domain/customer-merging/index.ts'
import { operations as customerRecords } from '#domain/customer-records/index.ts'
import { operations as customers } from '#domain/customers/index.ts'
import { operations as details } from '#domain/details/index.ts'
import { operations as disclosure } from '#domain/disclosure/index.ts'
import { operations as documents } from '#domain/documents/index.ts'
import { operations as filing } from '#domain/filing/index.ts'
import { operations as firstSteps } from '#domain/first-steps/index.ts'
import { operations as information } from '#domain/information/index.ts'
import { operations as jobs } from '#domain/jobs/index.ts'
import { operations as letters } from '#domain/letters/index.ts'
import { operations as notes } from '#domain/notes/index.ts'
import { operations as options } from '#domain/options/index.ts'
import { operations as organisations } from '#domain/organisations/index.ts'
import { operations as packs } from '#domain/packs/index.ts'
import { operations as queues } from '#domain/queues/index.ts'
import { operations as recategorising } from '#domain/re-categorising/index.ts'
import { operations as reminders } from '#domain/reminders/index.ts'
import { operations as remedies } from '#domain/remedies/index.ts'
import { operations as requestParts } from '#domain/request-parts/index.ts'
import { operations as roles } from '#domain/roles/index.ts'
import { operations as restoration } from '#domain/restoration/index.ts'
import { operations as search } from '#domain/search/index.ts'
import { operations as searches } from '#domain/searches/index.ts'
import { operations as staff } from '#domain/staff/index.ts'
import { operations as sessions } from '#domain/sessions/index.ts'
import { operations as settings } from '#domain/settings/index.ts'
import { operations as versionMoves } from '#domain/version-moves/index.ts'
import { operations as publications } from '#domain/publications/index.ts'
import { operations as singleSignOn } from '#domain/single-sign-on/index.ts'
import { operations as formDrafts } from '#domain/form-drafts/index.ts'
import { operations as procedureDrafts } from '#domain/procedure-drafts/index.ts'
import { operations as stageDrafts } from '#domain/stage-drafts/index.ts'
import { operations as stages } from '#domain/stages/index.ts'
import { operations as tasks } from '#domain/tasks/index.ts'
import { operations as timeline } from '#domain/timeline/index.ts'
import { operations as reporting } from '#reporting/index.ts'
import type { Operation } from '#kernel/operation.ts'

/** Every operation there is: the only doors to a case. */
export const allOperations: readonly Operation[] = [
  ...access,
  ...accounts,
  ...apiKeys,
  ...assignment,
  ...attributes,
  ...audit,
  ...bulkChanges,
  ...caseTypeDrafts,
  ...calendarChanges,
  ...calls,
  ...caseLinks,
  ...caseMerging,
  ...caseSplitting,
  ...cases,
  ...changeLog,
  ...clearance,
  ...clearers,
  ...clock,
  ...clockEvents,
  ...complaints,
  ...correspondence,
  ...costLimit,
  ...customerMerging,
  ...customerRecords,
  ...customers,
  ...details,
  ...disclosure,
  ...documents,
  ...filing,
  ...firstSteps,
  ...information,
  ...jobs,
  ...letters,
  ...notes,
  ...options,
  ...organisations,
  ...settings,
  ...packs,
  ...queues,
  ...recategorising,
  ...reminders,
  ...remedies,
  ...reporting,
  ...requestParts,
  ...roles,
  ...restoration,
  ...search,
  ...searches,
  ...staff,
  ...sessions,
  ...singleSignOn,
  ...stageDrafts,
  ...procedureDrafts,
  ...formDrafts,
  ...publications,
  ...versionMoves,
  ...stages,
  ...tasks,
  ...timeline,
]

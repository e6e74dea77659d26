import { apiKeyFormPages, apiKeyPage, apiKeysPage } from './admin/api-keys/api-key-pages.ts'
import { auditHandout, auditPage, verifyAuditAction } from './admin/audit/audit-pages.ts'
import { calendarFormPages, calendarsPage } from './admin/calendars/calendar-pages.ts'
import { changesPage, restoreChangePage } from './admin/changes/change-pages.ts'
import { hideFirstStepsAction } from './admin/home/first-steps.ts'
import { giveUpJobPage, jobsPage, rerunJobAction } from './admin/jobs/job-pages.ts'
import {
  addOptionPage,
  amendOptionPage,
  holdingPage,
  optionActions,
  optionListPage,
  optionListsPage,
} from './admin/options/option-pages.ts'
import { packPage, packsPage } from './admin/packs/pack-pages.ts'
import { staffActions, staffFormPages, staffPage } from './admin/people/people-pages.ts'
import {
  caseTypeActions,
  caseTypeFormPages,
  caseTypeHandouts,
  caseTypeShowPages,
} from './admin/case-types/case-type-pages.ts'
import { publicationPages } from './admin/publications/publication-pages.ts'
import { workflowFormPages, workflowShowPages } from './admin/workflow/workflow-pages.ts'
import {
  editRolePage,
  newMemberPage,
  newRolePage,
  roleActions,
  rolesPage,
} from './admin/roles/role-pages.ts'
import {
  singleSignOnActions,
  singleSignOnFormPages,
  singleSignOnPage,
} from './admin/single-sign-on/single-sign-on-pages.ts'
import { settingsPages } from './admin/settings/settings-page.ts'
import { teamFormPages, teamsPage } from './admin/teams/team-pages.ts'
import {
  accessActions,
  barPersonPage,
  nameReaderPage,
  showAccessPage,
} from './caseworker/access/access-pages.ts'
import { breakGlassPage, openingsPage } from './caseworker/access/break-glass-pages.ts'
import {
  endEverySessionAction,
  endSessionAction,
  everySessionPage,
  sessionsPage,
} from './account/sessions.ts'
import {
  amendAnswerPage,
  clearAnswerPage,
  draftAnswerPage,
  dropAnswerPage,
  returnAnswerPage,
  startClearancePage,
  withdrawClearancePage,
} from './caseworker/answers/answer-pages.ts'
import { answersToClearPage } from './caseworker/answers/answers-to-clear.ts'
import { showAnswersPage } from './caseworker/answers/show-answers.ts'
import { accountFormPages, showAccountPage } from './caseworker/accounts/account-pages.ts'
import { assignCasePage, unassignCaseAction } from './caseworker/assignment/assign-case.ts'
import { callActions, callRecordedPage } from './caseworker/calls/call-pages.ts'
import { retryDocumentAction, settleFlagAction } from './caseworker/cases/case-actions.ts'
import { showCasePage } from './caseworker/cases/show-case.ts'
import { showDetailsPage } from './caseworker/cases/show-details.ts'
import { showNotesPage } from './caseworker/cases/show-notes.ts'
import { recordLessonPage, refuseComplaintPage } from './caseworker/complaint/lesson-pages.ts'
import { moreOpenRemediesPage, openRemediesPage } from '#web/caseworker/remedies/open-remedies.ts'
import {
  addPointPage,
  amendPointPage,
  answerPointPage,
  withdrawPointPage,
} from './caseworker/complaint/point-pages.ts'
import {
  addRemedyPage,
  amendRemedyPage,
  completeRemedyPage,
  dropRemedyPage,
  reopenRemedyAction,
} from '#web/caseworker/remedies/remedy-pages.ts'
import { showComplaintPage } from './caseworker/complaint/show-complaint.ts'
import {
  correctReceiptPage,
  liftDatePage,
  recordEventPage,
  setDatePage,
  withdrawEventPage,
} from './caseworker/deadlines/clock-pages.ts'
import { whyThisDatePage } from './caseworker/deadlines/why-this-date.ts'
import { changeDetailsPage } from './caseworker/details/change-details.ts'
import { rateCasePage } from './caseworker/details/rate-case.ts'
import { documentFormPages, showDocumentPage } from './caseworker/documents/document-pages.ts'
import { downloadHandout, previewHandout, versionHandout } from './caseworker/documents/download.ts'
import { showDocumentsPage } from './caseworker/documents/show-documents.ts'
import { costPages } from './caseworker/information/cost-pages.ts'
import { partPages } from './caseworker/information/part-pages.ts'
import { searchPages } from './caseworker/information/search-pages.ts'
import { showInformationPage } from './caseworker/information/show-information.ts'
import { addNotePage } from './caseworker/notes/add-note.ts'
import { linkCasePage, showLinksPage, unlinkCaseAction } from './caseworker/links/link-pages.ts'
import { splitCasePage } from './caseworker/splitting/split-page.ts'
import { mergeCasePage, unmergeCaseAction } from './caseworker/merging/merge-pages.ts'
import { markNoticesSeenAction, noticesPage } from './caseworker/notices/notices.ts'
import { mergePages } from './caseworker/people-merging/merge-pages.ts'
import { personActions, personPages, showPersonPage } from './caseworker/people/person-pages.ts'
import {
  addLetterPage,
  amendLetterPage,
  dropLetterPage,
  sendLetterPage,
} from './caseworker/letters/letter-pages.ts'
import { movePages } from './caseworker/progress/move-pages.ts'
import { showProgressPage } from './caseworker/progress/show-progress.ts'
import {
  chooseTypePage,
  recategorisePage,
} from './caseworker/re-categorising/recategorise-pages.ts'
import {
  addTaskPage,
  giveTaskPage,
  settleTaskPage,
  undoTaskAction,
} from './caseworker/progress/task-pages.ts'
import { assignCasesPage } from './caseworker/queues/assign-cases.ts'
import {
  bulkChangePage,
  closeCasesPage,
  tagCasesPage,
  undoBulkChangeAction,
} from './caseworker/queues/bulk-pages.ts'
import { queuePage, savedFilterPage } from './caseworker/queues/queue.ts'
import { removeFilterAction, saveFilterPage } from './caseworker/queues/save-filter.ts'
import { myWorkPage } from './caseworker/my-work/my-work.ts'
import { showTimelinePage } from './caseworker/timeline/show-timeline.ts'
import type { Action, AnyFormPage, AnyShowPage, Handout } from './layout/form-page.ts'

/** Every page that only shows. */
export const showPages: readonly AnyShowPage[] = [
  apiKeysPage,
  apiKeyPage,
  calendarsPage,
  packsPage,
  auditPage,
  changesPage,
  jobsPage,
  ...caseTypeShowPages,
  ...workflowShowPages,
  myWorkPage,
  queuePage,
  savedFilterPage,
  bulkChangePage,
  showCasePage,
  showDetailsPage,
  showTimelinePage,
  showDocumentsPage,
  showDocumentPage,
  showNotesPage,
  showLinksPage,
  chooseTypePage,
  showAnswersPage,
  answersToClearPage,
  showComplaintPage,
  showInformationPage,
  openRemediesPage,
  moreOpenRemediesPage,
  noticesPage,
  whyThisDatePage,
  showProgressPage,
  optionListsPage,
  optionListPage,
  staffPage,
  singleSignOnPage,
  teamsPage,
  showAccessPage,
  openingsPage,
  rolesPage,
  showPersonPage,
  showAccountPage,
  callRecordedPage,
  sessionsPage,
  everySessionPage,
]

/** Every page whose form performs an operation. */
export const formPages: readonly AnyFormPage[] = [
  ...apiKeyFormPages,
  ...calendarFormPages,
  packPage,
  restoreChangePage,
  giveUpJobPage,
  saveFilterPage,
  assignCasesPage,
  tagCasesPage,
  closeCasesPage,
  ...caseTypeFormPages,
  ...workflowFormPages,
  ...publicationPages,
  addNotePage,
  ...documentFormPages,
  draftAnswerPage,
  amendAnswerPage,
  dropAnswerPage,
  startClearancePage,
  clearAnswerPage,
  returnAnswerPage,
  withdrawClearancePage,
  assignCasePage,
  changeDetailsPage,
  rateCasePage,
  linkCasePage,
  recategorisePage,
  mergeCasePage,
  splitCasePage,
  addPointPage,
  amendPointPage,
  answerPointPage,
  withdrawPointPage,
  addRemedyPage,
  amendRemedyPage,
  completeRemedyPage,
  dropRemedyPage,
  recordLessonPage,
  refuseComplaintPage,
  recordEventPage,
  withdrawEventPage,
  correctReceiptPage,
  setDatePage,
  liftDatePage,
  ...partPages,
  ...costPages,
  ...searchPages,
  ...movePages,
  addTaskPage,
  settleTaskPage,
  giveTaskPage,
  addLetterPage,
  amendLetterPage,
  sendLetterPage,
  dropLetterPage,
  addOptionPage,
  amendOptionPage,
  holdingPage,
  ...staffFormPages,
  ...settingsPages,
  ...singleSignOnFormPages,
  ...teamFormPages,
  nameReaderPage,
  barPersonPage,
  breakGlassPage,
  newRolePage,
  editRolePage,
  newMemberPage,
  ...personPages,
  ...mergePages,
  ...accountFormPages,
]

/** Every button on a page that shows. */
export const actions: readonly Action[] = [
  hideFirstStepsAction,
  verifyAuditAction,
  rerunJobAction,
  removeFilterAction,
  undoBulkChangeAction,
  ...caseTypeActions,
  settleFlagAction,
  unlinkCaseAction,
  unmergeCaseAction,
  unassignCaseAction,
  retryDocumentAction,
  markNoticesSeenAction,
  reopenRemedyAction,
  undoTaskAction,
  ...optionActions,
  ...staffActions,
  ...singleSignOnActions,
  ...accessActions,
  ...roleActions,
  ...personActions,
  ...callActions,
  endSessionAction,
  endEverySessionAction,
]

/** Every address that hands out files. */
export const handouts: readonly Handout[] = [
  auditHandout,
  downloadHandout,
  previewHandout,
  versionHandout,
  ...caseTypeHandouts,
]

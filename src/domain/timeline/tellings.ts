import { inWords } from '#domain/calendar/index.ts'
import {
  ending,
  numbered,
  plain,
  type Names,
  type Particulars,
  type Tellings,
} from './happening.ts'

/** How each kind of event is told; a kind without words would not compile. */
export const tellings: Tellings = {
  caseOpened: plain('progress', 'Case opened'),
  caseUpdated: plain('details', 'Case updated'),
  detailsChanged: plain('details', 'Details changed'),
  caseRated: plain('details', 'Rated'),
  caseTagged: ending('details', 'Tagged', 'tag'),
  caseUntagged: ending('details', 'Tag taken off', 'tag'),
  caseRecategorised: ending('details', 'Put under another type', 'to'),
  caseMovedToVersion: ending('details', 'Moved to a newer version of its type', 'to'),
  formFiled: ending('documents', 'Form filed', 'form'),
  noteAdded: plain('notes', 'Note added'),
  externalReferenceSet: plain('details', 'External reference set'),
  partyMerged: plain('details', 'Two records of somebody who takes part were merged'),
  partyUnmerged: plain('details', 'Two records of somebody who takes part were taken apart again'),
  accountSet: {
    group: 'details',
    title: (told) => (told('to') === '' ? 'No account any more' : 'Account set'),
  },
  documentAdded: plain('documents', 'Document added'),
  documentRetrieved: plain('documents', 'Document retrieved'),
  documentNotRetrieved: plain('documents', 'Document not retrieved'),
  documentReleased: plain('documents', 'Document released to the customer'),
  documentWithdrawn: plain('documents', 'Document withdrawn from the customer'),
  documentAmended: plain('documents', 'Document described anew'),
  documentReplaced: plain('documents', 'New version of a document'),
  caseAssigned: { group: 'assignment', title: assigned },
  caseEscalated: {
    group: 'assignment',
    title: (told, names) => {
      const deadline = told('deadline') && names.deadline(told('deadline'))
      return deadline === '' ? 'Case escalated' : `Case escalated: ${deadline}`
    },
  },
  flagSettled: plain('details', 'A value that did not fit was dealt with'),
  pointAdded: numbered('points', ['Point', 'point', 'added']),
  pointAmended: numbered('points', ['Point', 'point', 'changed']),
  pointAnswered: {
    group: 'points',
    title: (told) => `Point ${told('point')} answered: ${told('finding')}`,
  },
  pointWithdrawn: numbered('points', ['Point', 'point', 'withdrawn']),
  remedyAdded: numbered('points', ['Remedy', 'remedy', 'added']),
  remedyAmended: numbered('points', ['Remedy', 'remedy', 'changed']),
  remedyDone: numbered('points', ['Remedy', 'remedy', 'done']),
  remedyDropped: numbered('points', ['Remedy', 'remedy', 'dropped']),
  remedyReopened: numbered('points', ['Remedy', 'remedy', 'reopened']),
  lessonRecorded: plain('points', 'Lesson recorded'),
  complaintRefused: {
    group: 'points',
    title: (told) =>
      told('point') === '' ? 'Complaint not taken on' : `Point ${told('point')} not taken on`,
  },
  clockEventRecorded: { group: 'dates', title: onClock('') },
  clockEventWithdrawn: { group: 'dates', title: onClock('Taken back: ') },
  receiptCorrected: plain('dates', 'Receipt corrected'),
  deadlineOverridden: {
    group: 'dates',
    title: (told, names) => `Date of “${names.deadline(told('deadline'))}” set by hand`,
  },
  overrideLifted: {
    group: 'dates',
    title: (told, names) => `Date of “${names.deadline(told('deadline'))}” left to its rule again`,
  },
  answerDrafted: numbered('answers', ['Answer', 'answer', 'drafted']),
  answerAmended: numbered('answers', ['Answer', 'answer', 'changed']),
  answerDropped: numbered('answers', ['Answer', 'answer', 'dropped']),
  clearanceStarted: numbered('answers', ['Answer', 'answer', 'sent to be cleared']),
  answerCleared: { group: 'answers', title: inStep('cleared') },
  answerReturned: { group: 'answers', title: inStep('returned with remarks') },
  clearanceWithdrawn: numbered('answers', ['Answer', 'answer', 'withdrawn from clearance']),
  costRecorded: ending('information', 'Cost recorded', 'kind'),
  costWithdrawn: plain('information', 'Cost taken back'),
  requestLinked: plain('information', 'Counted together with another request'),
  requestUnlinked: plain('information', 'No longer counted together with another request'),
  requestPartAdded: numbered('information', ['Part', 'part', 'of the request added']),
  requestPartDecided: {
    group: 'information',
    title: (told) => `Part ${told('part')} of the request decided: ${told('decision')}`,
  },
  exemptionClaimed: ending('information', 'Exemption claimed', 'exemption'),
  exemptionDropped: ending('information', 'Exemption dropped', 'exemption'),
  searchPlanned: plain('information', 'Search planned'),
  searchDone: plain('information', 'Search done'),
  thirdPartyAdded: plain('information', 'Third party added'),
  thirdPartySettled: plain('information', 'Third party settled'),
  stageMoved: {
    group: 'progress',
    title: (told, names) =>
      `Moved from “${names.stage(told('from'))}” to “${names.stage(told('to'))}”: ${told('outcome')}${noLongerNeeded(told)}`,
  },
  trackBegun: { group: 'progress', title: (told, names) => `Begun: ${names.stage(told('to'))}` },
  trackEnded: {
    group: 'progress',
    title: (told, names) =>
      `Ended: ${names.stage(told('from'))}, ${told('outcome')}${noLongerNeeded(told)}`,
  },
  caseClosed: {
    group: 'progress',
    title: (told) =>
      `Case closed${told('how') === '' ? '' : `: ${told('how')}`}${noLongerNeeded(told)}`,
  },
  caseReopened: ending('progress', 'Case reopened', 'reopening'),
  linkedCaseOpened: plain('linked cases', 'Linked case opened'),
  caseLinked: plain('linked cases', 'Linked with another case'),
  caseUnlinked: plain('linked cases', 'No longer linked with another case'),
  caseMerged: plain('linked cases', 'Merged into another case'),
  caseTakenIn: plain('linked cases', 'Another case merged into this one'),
  paperOfMergedFiled: {
    group: 'linked cases',
    title: (told) => `A ${told('what')} arrived for a case that was merged into this one`,
  },
  caseSplit: plain('linked cases', 'Another case opened out of this one'),
  mergeUndone: plain('linked cases', 'Merging with another case undone'),
  latePaperFiled: {
    group: 'documents',
    title: (told) => `A ${told('what')} arrived after the case was closed`,
  },
  letterDrafted: ending('letters', 'Letter drafted', 'name'),
  letterAmended: ending('letters', 'Letter changed', 'name'),
  letterSent: {
    group: 'letters',
    title: (told) => `Letter sent${by(told('how'))}: ${told('name')}`,
  },
  letterSentAnew: ending('letters', 'Letter sent again', 'name'),
  letterDropped: ending('letters', 'Letter dropped', 'name'),
  taskAdded: ending('tasks', 'Task added', 'title'),
  taskCompleted: {
    group: 'tasks',
    title: (told) => `Task completed: ${told('title') || told('code')}`,
  },
  taskReopened: ending('tasks', 'Task reopened', 'title'),
  taskReassigned: ending('tasks', 'Task given to somebody else', 'title'),
  madeConfidential: plain('access', 'Made confidential'),
  madeOpen: plain('access', 'Made open to all'),
  readerNamed: plain('access', 'Somebody named who may see this case'),
  readerDropped: plain('access', 'Somebody taken off those who may see this case'),
  personBarred: plain('access', 'Somebody barred from this case'),
  personUnbarred: plain('access', 'Somebody no longer barred from this case'),
  openedByBreakGlass: plain('access', 'Opened by somebody who had to give a reason'),
}

const by = (how: string): string => (how === '' ? '' : ` by ${how}`)

function onClock(before: string) {
  return (told: Particulars, names: Names): string => {
    const on = told('on')
    return `${before}${names.event(told('event'))}${on === '' ? '' : `, ${inWords(on)}`}`
  }
}

/** What somebody did in a step of a chain of clearances: the answer is cleared once the last one has been taken. */
function inStep(what: string) {
  return (told: Particulars): string => {
    const step = told('stepName') || told('step')
    return `Answer ${told('answer')} ${what}${step === '' ? '' : ` in the step “${step}”`}`
  }
}

/** Who has it now; the rule that decided, where one did. */
function assigned(told: Particulars, names: Names): string {
  const person = told('toUser') && names.person(told('toUser'))
  const holders = [person, told('toTeam') && names.team(told('toTeam'))].filter(Boolean)
  const rule = told('rule') && ` by the rule “${told('rule')}”`
  return holders.length === 0 ? 'Case assigned' : `Assigned to ${holders.join(', ')}${rule}`
}

/** What a stage left undone, where whoever moved the case said that it is not needed. */
const noLongerNeeded = (told: Particulars): string =>
  told('dropped') === '' ? '' : `. No longer needed: ${told('dropped')}`

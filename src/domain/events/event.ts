/** What can happen to a case. A closed list: the timeline knows how to tell each. */
export const eventKinds = [
  'caseOpened',
  'caseUpdated',
  'formFiled',
  'noteAdded',
  'externalReferenceSet',
  'documentAdded',
  'documentRetrieved',
  'documentNotRetrieved',
  'caseEscalated',
  'taskCompleted',
  'flagSettled',
  'pointAdded',
  'pointAmended',
  'pointAnswered',
  'pointWithdrawn',
  'remedyAdded',
  'remedyAmended',
  'remedyDone',
  'remedyDropped',
  'remedyReopened',
  'lessonRecorded',
  'complaintRefused',
] as const

export type EventKind = (typeof eventKinds)[number]

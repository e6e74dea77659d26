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
  'clockEventRecorded',
  'clockEventWithdrawn',
  'receiptCorrected',
  'deadlineOverridden',
  'overrideLifted',
] as const

export type EventKind = (typeof eventKinds)[number]

const words: Readonly<Record<string, string>> = {
  fetchdocument: 'Fetch a document from the address that was given',
  movecasestoversion: 'Move open cases to a newer version of their type',
  recomputedeadlines: 'Work out the deadlines of all open cases anew',
  sendmail: 'Send an e-mail',
  verifyaudit: 'Check the chain of the audit',
}

/** What a job does, in words; the name of one that has none yet. */
export const taskInWords = (task: string): string => words[task] ?? task

/** Where a call is recorded. */
export const callAddress = '/calls/new'

/** Where the caller is sought. */
export const callerAddress = '/calls/caller'

/** Where a draft of a call is kept. */
export const draftsAddress = '/calls/drafts'

/** Where a call is kept as a draft, to attach documents to it. */
export const attachAddress = '/calls/attach'

/** Where documents are attached to a draft. */
export const callFilesAddress = (draft: number | string): string =>
  `${draftsAddress}/${draft}/documents`

/** The address of a step of recording a call. */
export const stepAddress = (chosen: Readonly<Record<string, string | undefined>>): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(chosen)) if (value) query.set(name, value)
  return query.size === 0 ? callAddress : `${callAddress}?${query.toString()}`
}

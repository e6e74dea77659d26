/** The address of the queue of open cases. */
export const queueAddress = '/queues'

/** The address of a saved filter of it. */
export const savedFilterAddress = (savedFilter: number | string): string =>
  `${queueAddress}/saved/${encodeURIComponent(savedFilter)}`

/** The address of the form that saves what the queue is narrowed down by. */
export const saveFilterAddress = `${queueAddress}/save`

/** The address of the form that assigns several cases. */
export const assignCasesAddress = `${queueAddress}/assign`

/** The address of the form that tags several cases. */
export const tagCasesAddress = `${queueAddress}/tag`

/** The address of the form that closes several cases. */
export const closeCasesAddress = `${queueAddress}/close`

/** The address of what became of several cases. */
export const bulkChangeAddress = (bulkChange: number | string): string =>
  `${queueAddress}/changes/${encodeURIComponent(bulkChange)}`

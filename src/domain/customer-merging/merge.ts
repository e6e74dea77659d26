import { recordNumber } from '#domain/customers/index.ts'
import { required } from '#kernel/parameters.ts'

/** Which merge an operation is about. */
export const mergeSought = required(recordNumber, 'The merge')

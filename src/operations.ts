import { operations as correspondence } from '#domain/correspondence/index.ts'
import { operations as documents } from '#domain/documents/index.ts'
import { operations as notes } from '#domain/notes/index.ts'
import type { Operation } from '#kernel/operation.ts'

/** Every operation there is: the only doors to a case. */
export const allOperations: readonly Operation[] = [...correspondence, ...documents, ...notes]

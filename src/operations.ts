import { operations as notes } from '#domain/notes/index.ts'
import { operations as reporting } from '#reporting/index.ts'
import type { Operation } from '#kernel/operation.ts'

/** Every operation there is: the only doors to a case. */
export const allOperations: readonly Operation[] = [...notes, ...reporting]

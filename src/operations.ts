import { operations as attributes } from '#domain/attributes/index.ts'
import { operations as disclosure } from '#domain/disclosure/index.ts'
import { operations as notes } from '#domain/notes/index.ts'
import type { Operation } from '#kernel/operation.ts'

/** Every operation there is: the only doors to a case. */
export const allOperations: readonly Operation[] = [...notes, ...attributes, ...disclosure]

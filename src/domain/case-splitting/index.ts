import { getSplitting } from './get-splitting.ts'
import { splitCase } from './split-case.ts'

export { documentParameter, noteParameter } from './split-case.ts'
export { getSplitting, splitCase }
export const operations = [getSplitting, splitCase]

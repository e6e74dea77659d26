import { text } from '#kernel/kinds.ts'
import { optional, required } from '#kernel/parameters.ts'

const name = text({ max: 200 })

/** What is said of a team. */
export const teamParameters = {
  name: required(name, 'Name'),
  department: optional(name, 'Department'),
  directorate: optional(name, 'Directorate'),
}

import { markOfAll } from '#domain/seen/index.ts'
import { text } from '#kernel/kinds.ts'
import { optional, required } from '#kernel/parameters.ts'

const name = text({ max: 200 })

/** What is said of a team. */
export const teamParameters = {
  name: required(name, 'Name'),
  department: optional(name, 'Department'),
  directorate: optional(name, 'Directorate'),
}

/** What a team is called and where it belongs, as it is stored. */
interface Team {
  readonly name: string
  readonly department: string | null
  readonly directorate: string | null
}

/** Tells later whether somebody has changed a team since it was shown. */
export const markOfTeam = ({ name: called, department, directorate }: Team): string =>
  markOfAll({ name: called, department, directorate })

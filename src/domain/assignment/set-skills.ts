import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { flawed } from './errors.ts'
import { replaceSkills } from './staff-queries.ts'
import { namedStaff } from './whose.ts'

const longest = 100

/** Says what somebody can do, which rules ask for; what is not named any more is taken away. */
export const setSkills = operation({
  name: 'setskills',
  summary: 'Say what somebody can do',
  effect: 'write',
  permission: 'staff.manage',
  isWebOnly: true,
  parameters: {
    userName: required(shortText, 'Person'),
    skills: optional(shortText, 'Skills, one on each line'),
  },
  errors: [],
  returns: reply<{ userName: string }>('setskillsresponse', { userName: 'username' }),
  examples: [{ UserName: 'sdee', Skills: 'Welsh\nHousing law' }],

  async handle({ input, db, record }) {
    const { userId, userName } = await namedStaff(db, input.userName, 'UserName')
    const skills = skillsIn(input.skills ?? '')
    await replaceSkills(db, { userId, skills })
    record(undefined, { userId, skills: skills.length })
    return { userName }
  },
})

/** Each skill once, whatever its case. */
function skillsIn(text: string): readonly string[] {
  const skills = new Map<string, string>()
  for (const line of text.split(/\r?\n/)) {
    const skill = line.trim()
    if (skill.length > longest)
      throw flawed('Skills', `A skill must be ${longest} characters or fewer`)
    if (skill !== '' && !skills.has(skill.toLowerCase())) skills.set(skill.toLowerCase(), skill)
  }
  return [...skills.values()]
}

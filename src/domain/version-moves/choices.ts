import { choice } from '#kernel/kinds.ts'
import { everythingSent, optional, sentText, type RawParameters } from '#kernel/parameters.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { placeKey, type Choices } from './becoming.ts'
import { stageParameter, type LostStage } from './lost.ts'

/** How it is sent where cases go that cannot stay as they are. */
export const choiceParameters = {
  sensitive: optional(choice('stay', 'remove'), 'Sensitive answers without a field'),
  raw: everythingSent([
    {
      name: stageParameter('‹Track›', '‹Stage›'),
      label: 'Where cases go that are in the stage',
      kind: 'text',
      schema: { type: 'string' },
      isRequired: false,
    },
  ]),
}

interface Sent {
  readonly sensitive?: 'stay' | 'remove' | undefined
  readonly raw: RawParameters
}

/** What was chosen for the cases whose stage is no more, and what stands against that. */
export function chosen(
  lost: readonly LostStage[],
  { sensitive, raw }: Sent,
): { readonly choices: Choices; readonly flaws: readonly Flaw[] } {
  const wanted = lost.flatMap(({ track, stage, choices }) => {
    const parameter = stageParameter(track, stage)
    const code = sentText(raw, parameter)?.trim() ?? ''
    const isThere = choices.some((each) => each.code === code)
    return code === '' ? [] : [{ key: placeKey(track, stage), parameter, code, isThere }]
  })
  const stages = wanted.flatMap(({ key, code, isThere }) => (isThere ? [[key, code] as const] : []))
  const message = 'Select a stage of the version in force'
  return {
    choices: { stages: Object.fromEntries(stages), removesSensitive: sensitive === 'remove' },
    flaws: wanted.flatMap(({ parameter, isThere }) =>
      isThere ? [] : [{ parameter, kind: 'invalid', message }],
    ),
  }
}

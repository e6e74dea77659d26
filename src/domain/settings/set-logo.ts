import { receivedFile } from '#domain/filing/index.ts'
import { lockOwnOrganisation, readLook } from '#domain/organisations/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { changeLook, inLog } from './change-look.ts'

/** Each page shows it, so it is to be small. */
export const largestLogo = 200_000

// what browsers show and nothing runs in
const mediaTypes = ['image/png', 'image/jpeg', 'image/webp']

/** Puts a picture beside the name of the organisation on its pages. */
export const setLogo = operation({
  name: 'setlogo',
  summary: 'Put a logo on the pages of the organisation',
  effect: 'write',
  permission: 'organisation.settings',
  isWebOnly: true,
  parameters: receivedFile,
  errors: [],
  returns: reply<{ size: number }>('setlogoresponse', { size: 'size' }),
  examples: [{ Name: 'Logo.png', Hash: '2f'.repeat(32), Size: '5210', MimeType: 'image/png' }],

  async handle({ input: { hash: content, size, mimeType: mediaType }, db, actor, now, record }) {
    if (!mediaTypes.includes(mediaType)) throw unfit('a logo is a PNG, JPEG or WebP picture')
    if (size > largestLogo) throw unfit('a logo has 200 KB at most')
    const before = readLook((await lockOwnOrganisation(db, {})).settings)
    const after = { ...before, logo: { content, mediaType, size } }
    await changeLook(db, { before, after }, { by: actorLabel(actor), now })
    record(undefined, { before: inLog(before), after: inLog(after) })
    return { size }
  },
})

const unfit = (message: string): Refusal =>
  new Refusal(invalidInput, [{ parameter: 'MimeType', kind: 'invalid', message }])

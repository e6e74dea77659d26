import type { FastifyReply } from 'fastify'
import { sendPage } from '#web/replies.ts'
import { keptFormView } from './kept-form.view.ts'
import { readKept } from './kept-form.ts'
import type { Carried, Onward } from './onward.ts'

/** Where somebody goes on to whose session is whole, with the token of its forms. */
export const onwardOf = ({ next, kept }: Carried, csrfToken: string): Onward => ({
  address: next,
  csrfToken,
  typed: readKept(kept),
})

/** Goes on to where somebody was: at once, or over the page from which a form is gone back to. */
export const goOn = (reply: FastifyReply, carried: Carried, csrfToken: string): FastifyReply => {
  const { address, typed } = onwardOf(carried, csrfToken)
  return typed
    ? sendPage(reply, 200, keptFormView({ address, csrfToken, typed }))
    : reply.redirect(address, 303)
}

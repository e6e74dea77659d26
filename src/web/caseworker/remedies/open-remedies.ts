import { listOpenRemedies } from '#domain/remedies/index.ts'
import { showPage } from '#web/layout/form-page.ts'
import { dateInWords } from '#web/layout/times.ts'
import { complaintAddress, openRemediesAddress } from '#web/caseworker/complaint/addresses.ts'
import { capital, ownerInWords } from '#web/caseworker/complaint/choices-of.ts'
import { costOf } from '#web/caseworker/complaint/complaint-in-words.ts'
import { openRemediesView } from './open-remedies.view.ts'
import type { OpenRemedies } from './open-remedies.view.ts'

type Listed = Awaited<ReturnType<(typeof listOpenRemedies)['handle']>>

const shown = ({ remedies, next, isFirstPage }: Listed): OpenRemedies => ({
  remedies: remedies.map((remedy) => ({
    caseNumber: String(remedy.caseId),
    address: complaintAddress(remedy.caseId),
    isCaseClosed: remedy.isCaseClosed,
    what: capital(remedy.what),
    description: remedy.description,
    due: dateInWords(remedy.dueOn),
    isLate: remedy.isLate,
    owner: ownerInWords(remedy),
    cost: costOf(remedy),
  })),
  nextAddress: next === undefined ? undefined : `${openRemediesAddress}/after/${next}`,
  startAddress: isFirstPage ? undefined : openRemediesAddress,
})

/** The list of all open remedies, from its start. */
export const openRemediesPage = showPage({
  path: openRemediesAddress,
  view: openRemediesView,
  show: async (ask, parts) => shown(await ask(listOpenRemedies, parts)),
})

/** A further page of the list of all open remedies. */
export const moreOpenRemediesPage = showPage({
  path: `${openRemediesAddress}/after/:after`,
  view: openRemediesView,
  show: async (ask, parts) => shown(await ask(listOpenRemedies, parts)),
})

import assert from 'node:assert/strict'
import { assignCase } from '#domain/assignment/index.ts'
import { getCaseDetails, updateCase } from '#domain/attributes/index.ts'
import { recordClockEvent } from '#domain/clock-events/index.ts'
import { getDeadlines, type ShownDeadline } from '#domain/clock/index.ts'
import { answerPoint, getComplaint } from '#domain/complaints/index.ts'
import { addLetter, amendLetterDraft, getLetterDrafts, sendLetter } from '#domain/letters/index.ts'
import { completeTask, getTasks } from '#domain/tasks/index.ts'
import { builtInPermissions, type Role } from '#domain/access/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Operation } from '#kernel/operation.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { installShippedPack } from '#test/install-pack.ts'
import { addStaff } from '#test/staff.ts'

type Sent = Readonly<Record<string, string | number>>
type Answer<Of extends { handle: (task: never) => unknown }> = Awaited<ReturnType<Of['handle']>>
type Dues = Readonly<Record<string, string | null>>

/** The people of a landlord: Nora takes complaints, Ruth reviews them, Mia manages. */
export type Person = 'nora' | 'ruth' | 'mia'

/** A landlord with the pack of housing complaints, its people, and ways to work a case as one of them. */
export interface HousingStage extends Omit<CaseStage, 'refused'> {
  act(person: Person, operation: Operation, sent: Sent): Promise<unknown>
  refused(
    person: Person,
    operation: Operation,
    sent: Sent,
    messages: readonly string[],
  ): Promise<void>
  record(person: Person, caseId: number, sent: Sent): Promise<void>
  fill(person: Person, caseId: number, field: string, value: string): Promise<void>
  give(caseId: number, person: Person): Promise<void>
  deadline(caseId: number, stage: string, code: string): Promise<ShownDeadline>
  complaint(caseId: number): Promise<Answer<typeof getComplaint>>
  /** Dates of the tasks and of the letters of a case that wait, by code. */
  waiting(caseId: number): Promise<Dues>
  /** The letter of that template that waits, as it would be sent today. */
  letter(caseId: number, template: string): Promise<Letter>
  /** Sends the letter of that template, drafted first where it is not raised by the stage. */
  send(person: Person, caseId: number, template: string, body?: string): Promise<void>
  answer(person: Person, caseId: number, point: number, finding: string): Promise<void>
  finish(person: Person, caseId: number, ...codes: readonly string[]): Promise<void>
  /** What getcasedetails says of a case, without the values that are empty. */
  details(caseId: number): Promise<Readonly<Record<string, string>>>
  kindsOf(caseId: number): Promise<readonly unknown[]>
}

type Letter = Answer<typeof getLetterDrafts>['letters'][number]

/** Builds the stage in a database of its own, as of a moment. */
export async function housingStage(at: string): Promise<HousingStage> {
  const stage = await caseStage()
  stage.clock.set(at)
  await installShippedPack(stage, 'housing-complaints')
  const people = {
    nora: await addStaff(stage, 'nora', { team: 'COMPLAINTS' }),
    ruth: await addStaff(stage, 'ruth', { team: 'REVIEWERS' }),
    mia: await addStaff(stage, 'mia', { role: 'manager' }),
  }
  const act: HousingStage['act'] = (person, operation, sent) =>
    stage.perform(operation, written(sent), actorOf(stage, person, people[person]))
  return Object.freeze<HousingStage>({
    ...stage,
    act,
    refused: (person, operation, sent, messages) =>
      assert.rejects(
        act(person, operation, sent),
        ({ flaws }: { flaws: { message: string }[] }) => {
          assert.deepEqual(
            flaws.map(({ message }) => message),
            messages,
          )
          return true
        },
      ),
    ...working(act),
    ...looking(stage, act),
  })
}

const written = (sent: Sent) =>
  Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, String(value)]))

const actorOf = ({ organisationId }: CaseStage, person: Person, id: number): Actor => {
  const role: Role = person === 'mia' ? 'manager' : 'case worker'
  return { organisationId, kind: 'user', id, name: person, permissions: builtInPermissions(role) }
}

type Working = Pick<
  HousingStage,
  'record' | 'fill' | 'give' | 'letter' | 'send' | 'answer' | 'finish'
>

function working(act: HousingStage['act']): Working {
  const letter: HousingStage['letter'] = async (caseId, template) => {
    const { letters } = (await act('mia', getLetterDrafts, { CaseId: caseId })) as Answer<
      typeof getLetterDrafts
    >
    const found = letters.find((each) => each.template === template)
    assert.ok(found, `${template} waits`)
    return found
  }
  return {
    letter,
    async record(person, caseId, sent) {
      await act(person, recordClockEvent, { CaseId: caseId, ...sent })
    },
    async fill(person, caseId, field, value) {
      const attribute = `CaseDetailsHousingComplaint.${field}`
      await act(person, updateCase, { CaseId: caseId, Attribute: attribute, Value: value })
    },
    async give(caseId, person) {
      await act('mia', assignCase, { CaseId: caseId, To: 'person', UserName: person })
    },
    async send(person, caseId, template, body) {
      if (template === 'HO-EXTENSION')
        await act(person, addLetter, { CaseId: caseId, Template: template })
      const draft = await letter(caseId, template)
      const sent = { CaseId: caseId, Letter: draft.letter }
      const subject = { Subject: draft.subject ?? '' }
      if (body !== undefined)
        await act(person, amendLetterDraft, { ...sent, ...subject, Body: body, Version: 1 })
      await act(person, sendLetter, { ...sent, Version: body === undefined ? 1 : 2, How: 'post' })
    },
    async answer(person, caseId, point, finding) {
      const { points } = await complaintOf(act, caseId)
      const Version = points.find((each) => each.point === point)?.version ?? 0
      const said = { Service: 'Repairs', Evidence: 'The log', Reasons: `It was ${finding}` }
      const sent = { CaseId: caseId, Point: point, Version, Finding: finding, ...said }
      await act(person, answerPoint, sent)
    },
    async finish(person, caseId, ...codes) {
      const { tasks } = await tasksOf(act, caseId)
      for (const code of codes) {
        const task = tasks.find((each) => each.code === code && each.completedAt === null)
        assert.ok(task, `${code} is to be done`)
        await act(person, completeTask, { CaseId: caseId, TaskNumber: task.taskNumber })
      }
    },
  }
}

const tasksOf = async (act: HousingStage['act'], caseId: number) =>
  (await act('mia', getTasks, { CaseId: caseId })) as Answer<typeof getTasks>

const complaintOf = async (act: HousingStage['act'], caseId: number) =>
  (await act('mia', getComplaint, { CaseId: caseId })) as Answer<typeof getComplaint>

type Looking = Pick<HousingStage, 'deadline' | 'complaint' | 'waiting' | 'details' | 'kindsOf'>

function looking(stage: CaseStage, act: HousingStage['act']): Looking {
  return {
    async deadline(caseId, of, code) {
      const shown = (await act('mia', getDeadlines, { CaseId: caseId })) as Answer<
        typeof getDeadlines
      >
      const found = shown.find((each) => each.stage === of && each.code === code)
      assert.ok(found, `${of} has ${code}`)
      return found
    },
    complaint: (caseId) => complaintOf(act, caseId),
    async waiting(caseId) {
      const { tasks } = await tasksOf(act, caseId)
      const { letters } = (await act('mia', getLetterDrafts, { CaseId: caseId })) as Answer<
        typeof getLetterDrafts
      >
      return Object.fromEntries([
        ...tasks
          .filter(({ completedAt }) => completedAt === null)
          .map(({ code, dueOn }) => [code, dueOn]),
        ...letters.map(({ template, dueOn }) => [template, dueOn]),
      ]) as Dues
    },
    async details(caseId) {
      const { returns } = getCaseDetails
      assert.ok(typeof returns !== 'string')
      const sent = { CaseId: String(caseId), AsArray: 'true' }
      const answered = (await stage.perform(getCaseDetails, sent)) as Answer<typeof getCaseDetails>
      const context = { documentUrl: (reference: string) => reference }
      const [shown = {}] = returns.toJson(answered, context) as Record<string, string>[]
      return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== ''))
    },
    async kindsOf(caseId) {
      const rows = await stage.rows(
        `select kind from case_events where organisation_id = $1 and case_id = $2
         order by event_id`,
        caseId,
      )
      return rows.map(({ kind }) => kind)
    },
  }
}

/** What getcasedetails says of the stages of a case. */
export const stagesIn = (details: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(details)
      .filter(([name]) => name.startsWith('CaseStage'))
      .map(([name, value]) => [name.replace('CaseStage', ''), value]),
  )

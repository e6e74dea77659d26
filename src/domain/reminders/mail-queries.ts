import { bool, date, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

/** What a notice says beside its columns. */
export interface NoticeParticulars {
  /** The name of the deadline. */
  readonly deadline?: string
  readonly isReassigned?: boolean
  /** The case was taken from the reader. */
  readonly isTaken?: boolean
  /** The number of an answer. */
  readonly answer?: number
  /** Who has opened a confidential case. */
  readonly openedBy?: string
  /** Who mentions somebody in a note. */
  readonly mentionedBy?: string
}

/** What became of a mail. */
export type MailState = 'queued' | 'sent' | 'uncertain' | 'failed' | 'dropped'

/** Gives notice of letters that were not delivered, or may not have been, to who answers for their cases. */
const noticed = `
  noticed as (
    insert into notices (organisation_id, user_id, case_id, kind, created_at)
    select distinct :organisationId, t.user_id, c.case_id, 'letter not delivered', :now::timestamptz
    from settled s
    join correspondence l on l.organisation_id = :organisationId
      and l.correspondence_id = s.correspondence_id
    join cases c on c.organisation_id = l.organisation_id and c.case_id = l.case_id
    left join team_managers m on m.organisation_id = c.organisation_id and m.team_id = c.team_id
    cross join lateral (select coalesce(c.assigned_user_id, m.user_id) as user_id) t
    where s.state in ('failed', 'uncertain') and t.user_id is not null and not exists (
      select from notices n
      where n.organisation_id = c.organisation_id and n.user_id = t.user_id
        and n.case_id = c.case_id and n.kind = 'letter not delivered' and n.seen_at is null
    )
  )`

/**
 * Begins an attempt at a mail that waits; one whose attempt was broken off becomes uncertain. No row comes back
 * for one that is settled.
 */
export const takeMail = change({
  takes: { mailId: int8, now: instant },
  returns: {
    state: text,
    kind: text,
    messageId: text,
    digestOn: nullable(date),
    queuedAt: instant,
    /** Null of a letter, which goes to nobody of the organisation. */
    userId: nullable(int8),
    email: text,
    role: text,
    correspondenceId: nullable(int8),
    isActive: bool,
  },
  sql: `
    with settled as (
      update mails m
      set state = case m.state when 'queued' then 'attempted' else 'uncertain' end,
        attempted_at = case m.state when 'queued' then :now else m.attempted_at end,
        uncertain_at = case m.state when 'attempted' then :now end
      where m.organisation_id = :organisationId and m.mail_id = :mailId
        and m.state in ('queued', 'attempted')
      returning m.*
    ), ${noticed}
    select s.state, s.kind, s.message_id::text as "messageId", s.digest_on as "digestOn",
      s.queued_at as "queuedAt", u.user_id as "userId", coalesce(s.address, u.email) as email,
      coalesce(u.role, '') as role, s.correspondence_id as "correspondenceId",
      u.disabled_at is null as "isActive"
    from settled s
    left join users u on u.organisation_id = s.organisation_id and u.user_id = s.user_id`,
})

/** Queues a mail that carries a piece of correspondence to an address. */
export const insertLetterMail = change({
  takes: { correspondenceId: int8, address: text, now: instant },
  returns: { mailId: int8 },
  sql: `
    insert into mails (organisation_id, kind, correspondence_id, address, queued_at)
    values (:organisationId, 'letter', :correspondenceId, :address, :now)
    returning mail_id as "mailId"`,
})

/** Notes what became of an attempt; what was thought uncertain meanwhile is not put back to be sent. */
export const settleMail = change({
  takes: { mailId: int8, state: text, failure: nullable(text), now: instant },
  returns: { state: text },
  sql: `
    with settled as (
      update mails m
      set state = case when m.state = 'uncertain' and :state = 'queued' then 'failed' else :state end,
        failure = :failure, sent_at = case when :state = 'sent' then :now end,
        uncertain_at = case when :state = 'uncertain' then :now end
      where m.organisation_id = :organisationId and m.mail_id = :mailId
        and m.state in ('attempted', 'uncertain')
      returning m.state, m.correspondence_id
    ), ${noticed}
    select s.state from settled s`,
})

/** The notices that a mail carries, of cases that the reader may know of. */
export const listNoticesOfMail = list({
  takes: { mailId: int8 },
  returns: {
    caseId: int8,
    kind: text,
    dueOn: nullable(date),
    particulars: json<NoticeParticulars>(),
  },
  sql: `
    select n.case_id as "caseId", n.kind, n.due_on as "dueOn", n.particulars
    from notices n
    join cases c on c.organisation_id = n.organisation_id and c.case_id = n.case_id
    where n.organisation_id = :organisationId and n.mail_id = :mailId
    order by n.due_on, n.notice_id`,
})

/** What is late or due soon, and who answers for it: the owner, else the manager of the team. */
const dueWork = `
  select coalesce(c.assigned_user_id, m.user_id) as user_id, c.case_id, c.case_type_id,
    c.case_type_version, d.track, d.stage, d.code, '' as title, d.due_on
  from case_deadlines d
  join cases c on c.organisation_id = d.organisation_id and c.case_id = d.case_id
  left join team_managers m on m.organisation_id = c.organisation_id and m.team_id = c.team_id
  where d.organisation_id = :organisationId and d.state = 'running' and d.due_on <= :soonUntil
    and c.closed_on is null
  union all
  select coalesce(c.assigned_user_id, m.user_id), c.case_id, c.case_type_id,
    c.case_type_version, '', '', '', '', c.target_on
  from cases c
  left join team_managers m on m.organisation_id = c.organisation_id and m.team_id = c.team_id
  where c.organisation_id = :organisationId and c.target_on <= :soonUntil and c.closed_on is null
    and not exists (
      select from case_deadlines d
      where d.organisation_id = c.organisation_id and d.case_id = c.case_id
        and d.state in ('waiting', 'running', 'stopped', 'unsettled')
    )
  union all
  select case
      when t.assigned_user_id is not null then t.assigned_user_id
      when t.team_id is not null then m.user_id
      else c.assigned_user_id
    end, c.case_id, c.case_type_id,
    c.case_type_version, '', '', '', t.title, t.due_on
  from tasks t
  join cases c on c.organisation_id = t.organisation_id and c.case_id = t.case_id
  left join team_managers m on m.organisation_id = t.organisation_id and m.team_id = t.team_id
  where t.organisation_id = :organisationId and t.due_on <= :soonUntil and t.completed_at is null
    and c.closed_on is null`

/** The same, and what is told to whoever stands in on the day for the one who is away. */
const heardWork = `
  with due as (${dueWork})
  select d.*, null as away
  from due d
  union all
  select a.stand_in_user_id, d.case_id, d.case_type_id, d.case_type_version, d.track, d.stage,
    d.code, d.title, d.due_on, u.full_name
  from due d
  join absences a on a.organisation_id = :organisationId and a.user_id = d.user_id
    and :today between a.from_on and a.until_on and a.stand_in_user_id is not null
  join users u on u.organisation_id = a.organisation_id and u.user_id = a.user_id`

/** Queues today's digest for those who have something to hear and have none yet, so many at most. */
export const queueDigests = change({
  takes: { today: date, soonUntil: date, now: instant, most: int4 },
  returns: { mailId: int8 },
  sql: `
    with readers as (
      select w.user_id from (${heardWork}) as w
      union
      select m.user_id from mails m
      where m.organisation_id = :organisationId and m.state in ('uncertain', 'failed')
        and m.told_in is null and (m.kind, m.state) <> ('digest', 'failed')
    )
    insert into mails (organisation_id, user_id, kind, digest_on, queued_at)
    select :organisationId, u.user_id, 'digest', :today, :now
    from users u
    where u.organisation_id = :organisationId and u.disabled_at is null
      and u.user_id in (select r.user_id from readers r)
      and not exists (
        select from mails m
        where m.organisation_id = u.organisation_id and m.user_id = u.user_id
          and m.kind = 'digest' and m.digest_on = :today
      )
    order by u.user_id
    limit :most
    on conflict do nothing
    returning mail_id as "mailId"`,
})

/** What somebody has, or stands in for, that is late or due soon, of cases that the reader may know of, the longest due first. */
export const listDueWork = list({
  takes: { userId: int8, today: date, soonUntil: date, most: int4 },
  returns: {
    caseId: int8,
    caseTypeId: int8,
    version: int4,
    track: text,
    stage: text,
    code: text,
    title: text,
    dueOn: date,
    /** The name of the one who is away, and for whom the reader stands in. */
    away: nullable(text),
  },
  sql: `
    select w.case_id as "caseId", w.case_type_id as "caseTypeId", w.case_type_version as version,
      w.track, w.stage, w.code, w.title, w.due_on as "dueOn", w.away
    from (${heardWork}) as w
    where w.user_id = :userId
    order by w.due_on, w.case_id, w.code
    limit :most`,
})

/** Notes in which digest somebody hears of the mails that may not have come; gives those mails. */
export const tellOfMails = change({
  takes: { userId: int8, mailId: int8, since: instant },
  returns: { mailId: int8, queuedAt: instant },
  sql: `
    update mails m set told_in = :mailId
    where m.organisation_id = :organisationId and m.user_id = :userId
      and m.state in ('uncertain', 'failed')
      and m.mail_id <> :mailId and m.queued_at > :since
      and (m.told_in is null or m.told_in = :mailId or exists (
        select from mails d
        where d.organisation_id = m.organisation_id and d.mail_id = m.told_in
          and d.state in ('uncertain', 'failed')
      ))
    returning m.mail_id as "mailId", m.queued_at as "queuedAt"`,
})

/** Gives up mails that have waited since before a moment: their jobs are no more. */
export const giveUpMails = change({
  takes: { before: instant, now: instant },
  returns: { mailId: int8 },
  sql: `
    with settled as (
      update mails m
      set state = case m.state when 'queued' then 'failed' else 'uncertain' end,
        failure = 'it waited too long',
        uncertain_at = case m.state when 'attempted' then :now end
      where m.organisation_id = :organisationId and m.state in ('queued', 'attempted')
        and m.queued_at < :before
      returning m.mail_id, m.state, m.correspondence_id
    ), ${noticed}
    select s.mail_id as "mailId" from settled s`,
})

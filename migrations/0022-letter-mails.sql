-- How a letter went out, and the mails that carry letters to customers.

-- One that was handed over to be e-mailed is told of by its mail.
alter table letter_drafts
  add column sent_how text check (sent_how in ('email', 'post')),
  add column sent_to text,
  add column posted_at timestamptz;

-- A mail goes to somebody of the organisation, or carries a piece of correspondence to an address.
alter table mails
  alter column user_id drop not null,
  drop constraint mails_kind_check,
  add constraint mails_kind_check check (kind in ('notices', 'digest', 'letter')),
  add column correspondence_id bigint,
  add column address text,
  add foreign key (organisation_id, correspondence_id) references correspondence,
  add check ((kind = 'letter') = (user_id is null)),
  add check ((kind = 'letter') = (correspondence_id is not null)),
  add check ((kind = 'letter') = (address is not null));
create index mails_correspondence on mails (organisation_id, correspondence_id, mail_id)
  where kind = 'letter';

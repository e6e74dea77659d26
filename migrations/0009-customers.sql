-- People of one call are numbered before they are written, so that one statement can say who is who.
grant usage on sequence customers_customer_id_seq to casewright;

-- Account types are matched without regard to case (contract 6.0.4).
drop index accounts_reference;
create unique index accounts_reference
  on accounts (organisation_id, reference, lower(account_type))
  where removed_on is null;

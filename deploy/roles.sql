-- Written by bin/docs from the program; changes belong there.
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv application_password APPLICATION_PASSWORD
create role casewright_owner login password :'owner_password';
create role casewright login noinherit password :'application_password';
create role casewright_equality nologin;
create role casewright_reports nologin;
create role casewright_jobs nologin;
grant casewright, casewright_equality, casewright_reports, casewright_jobs to casewright_owner;
grant casewright_reports, casewright_jobs to casewright;
alter database :"DBNAME" owner to casewright_owner;

-- What people want to be told, and by which way; what has no row is wanted.
create table message_preference (
    account_id bigint      not null,
    topic      text        not null,
    by_email   boolean     not null default true,
    by_sms     boolean     not null default true,
    changed_at timestamptz not null,
    constraint message_preference_pk primary key (account_id, topic),
    constraint message_preference_of_an_account foreign key (account_id) references account (id) on delete cascade,
    constraint message_preference_topic_is_known check
        (topic in ('CONFIRMATION', 'PAYMENT_PROBLEM', 'TRIP_DISRUPTED', 'REMINDER', 'REFUND', 'EXPIRY')),
    constraint obligatory_mail_stays check (by_email or topic in ('REMINDER', 'REFUND', 'EXPIRY'))
);

create table unsubscribed_address (
    address text        not null,
    at      timestamptz not null,
    constraint unsubscribed_address_pk primary key (address),
    constraint unsubscribed_address_is_lower_case check (address = lower(address))
);
comment on table unsubscribed_address is 'Takes no reminders, by the link in one of them; whoever has an account there can undo it in the profile';

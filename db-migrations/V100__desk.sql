-- What staff look for: a transfer by the bank's number alone, and what a day brought.

create index bank_transaction_reference on bank_transaction (reference);
create index booking_confirmed on booking using brin (confirmed_at);

-- Each process takes a block of numbers at a time; one that still takes them singly uses the first of a block.
alter sequence ticket_number increment by 50;

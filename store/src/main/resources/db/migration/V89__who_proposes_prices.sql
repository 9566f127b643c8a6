-- Price books are written and proposed on pages, too (decisions/0104). Who proposes one still never approves it.
insert into staff_right values ('supervisor', 'price-book-proposals');

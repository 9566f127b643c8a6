insert into rival.amount select bill, segment, code, due, due from due_now

-- Whether a message was withdrawn is asked of each that failed, and hardly any was.
create index message_attempt_withdrawn on message_attempt (message) where event = 'withdrawn';

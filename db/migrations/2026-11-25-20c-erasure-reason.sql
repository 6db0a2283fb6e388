-- An erasure is asked with a reason that the second person reads; access.sql makes the function anew.
drop function if exists identities.ask_erasure(uuid);

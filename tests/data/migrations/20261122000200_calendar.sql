UPDATE municipalities SET neutral_messengers = 'telegram';
INSERT INTO days_off (municipality_id, day) VALUES ({uuid:1}, '05-09'), ({uuid:1}, '2027-02-22');

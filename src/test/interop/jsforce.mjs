// jsforce, unchanged, against the simulated org: node jsforce.mjs INSTANCE_URL ACCESS_TOKEN
import assert from 'node:assert/strict';
import jsforce from 'jsforce';

const [instanceUrl, accessToken] = process.argv.slice(2);
const org = new jsforce.Connection({ instanceUrl, accessToken, version: '60.0' });

const contacts = await org
  .query('SELECT Id, Name, Account.Name FROM Contact ORDER BY Id')
  .execute({ autoFetch: true, maxFetch: 10000 });
assert.equal(contacts.totalSize, 2500);
assert.equal(contacts.records.length, 2500, 'all pages arrive');
assert.equal(new Set(contacts.records.map((contact) => contact.Id)).size, 2500);

const first = await org.query('SELECT Id FROM Contact');
assert.equal(first.done, false);
const second = await org.queryMore(first.nextRecordsUrl);
assert.equal(first.records.length + second.records.length, 2500);

assert.equal((await org.query('SELECT COUNT() FROM Contact')).totalSize, 2500);

const accounts = await org.query(
  'SELECT Name, (SELECT Id FROM Contacts) FROM Account ORDER BY Name LIMIT 3');
assert.ok(accounts.records.every((account) => account.Contacts.totalSize > 0));

const account = await org.sobject('Account').findOne({ Name: { $like: '%1' } }, ['Id', 'Name']);
assert.match(account.Id, /^001/);
assert.equal((await org.sobject('Account').retrieve(account.Id)).Name, account.Name);

await assert.rejects(org.query('SELECT Nmae FROM Account'), (error) => {
  assert.equal(error.errorCode, 'INVALID_FIELD');
  assert.match(error.message, /No such column 'Nmae' on entity 'Account'/);
  return true;
});
await assert.rejects(org.query('SELECT Id FORM Account'), { errorCode: 'MALFORMED_QUERY' });

const logs = await org.query("SELECT Id, LogFile FROM EventLogFile WHERE EventType = 'Login'");
const csv = await org.request({ url: logs.records[0].LogFile, method: 'GET' });
assert.equal(csv[0].EVENT_TYPE, 'Login', 'jsforce reads the file as CSV');

const described = await org.describe('Account');
assert.ok(described.fields.some((field) => field.name === 'Industry'));
assert.ok((await org.describeGlobal()).sobjects.some((object) => object.name === 'Contact'));
assert.ok((await org.limits()).DailyApiRequests.Remaining > 0);
assert.match((await org.identity()).organization_id, /^00D/);

const stranger = new jsforce.Connection({ instanceUrl, accessToken: '00D!nobody' });
await assert.rejects(stranger.query('SELECT Id FROM Account'), { errorCode: 'INVALID_SESSION_ID' });

console.log('jsforce: ok');

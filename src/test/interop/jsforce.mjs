// jsforce, unchanged, against the simulated org. Prints a line for each claim, and ends with 1 if
// one of them does not hold. The token is read from stdin, since an argument is seen by everybody:
//   aquila token -o json | node jsforce.mjs CLIENT_ID USERNAME KEY
import assert from 'node:assert/strict';
import { createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import jsforce from 'jsforce';

const [clientId, username, keyFile] = process.argv.slice(2);
const token = JSON.parse(readFileSync(0, 'utf8'));
const instanceUrl = token.instance_url;
const connect = (accessToken) =>
  new jsforce.Connection({
    instanceUrl,
    accessToken,
    version: '60.0',
    // Without a client id: with one, jsforce wants to refresh what this flow never refreshes.
    oauth2: { loginUrl: instanceUrl },
  });
const org = connect(token.access_token);

async function claim(text, check) {
  try {
    await check();
    console.log(`ok jsforce: ${text}`);
  } catch (error) {
    console.log(`not ok jsforce: ${text}`);
    console.log(String(error.stack ?? error).replace(/^/gm, '# '));
    process.exitCode = 1;
  }
}

await claim("Aquila's token says who it is", async () => {
  const identity = await org.identity();
  assert.equal(identity.username, username);
  assert.equal(identity.organization_id, token.org_id);
  assert.equal(identity.user_id, token.user_id);
});

await claim('autoFetch brings all pages', async () => {
  const contacts = await org
    .query('SELECT Id, Name, Account.Name FROM Contact ORDER BY Id')
    .execute({ autoFetch: true, maxFetch: 10000 });
  assert.equal(contacts.totalSize, 2500);
  assert.equal(new Set(contacts.records.map((contact) => contact.Id)).size, 2500);
});

await claim('queryMore brings the next page', async () => {
  const first = await org.query('SELECT Id FROM Contact');
  assert.equal(first.done, false);
  const second = await org.queryMore(first.nextRecordsUrl);
  assert.equal(second.done, true);
  assert.equal(first.records.length + second.records.length, 2500);
});

await claim('COUNT(), subqueries, find and retrieve', async () => {
  assert.equal((await org.query('SELECT COUNT() FROM Contact')).totalSize, 2500);
  const accounts = await org.query(
    'SELECT Name, (SELECT Id FROM Contacts) FROM Account ORDER BY Name LIMIT 3');
  assert.ok(accounts.records.every((account) => account.Contacts.totalSize > 0));
  const account = await org.sobject('Account').findOne({ Name: { $like: '%1' } }, ['Id', 'Name']);
  assert.match(account.Id, /^001/);
  assert.equal((await org.sobject('Account').retrieve(account.Id)).Name, account.Name);
});

await claim('describe, describeGlobal and limits', async () => {
  const described = await org.describe('Account');
  assert.ok(described.fields.some((field) => field.name === 'Industry'));
  assert.ok(described.childRelationships.some((child) => child.relationshipName === 'Contacts'));
  const { sobjects } = await org.describeGlobal();
  assert.ok(sobjects.some((object) => object.name === 'EventLogFile'));
  const { DailyApiRequests } = await org.limits();
  assert.ok(DailyApiRequests.Remaining > 0 && DailyApiRequests.Remaining < DailyApiRequests.Max);
});

await claim('an event log file is read as CSV', async () => {
  const logs = await org.query("SELECT Id, LogFile FROM EventLogFile WHERE EventType = 'Login'");
  const rows = await org.request({ url: logs.records[0].LogFile, method: 'GET' });
  assert.equal(rows[0].EVENT_TYPE, 'Login');
});

await claim('a wrong query is MALFORMED_QUERY, a wrong field INVALID_FIELD', async () => {
  await assert.rejects(org.query('SELECT Id FORM Account'), { errorCode: 'MALFORMED_QUERY' });
  await assert.rejects(org.query('SELECT Nmae FROM Account'), (error) => {
    assert.equal(error.errorCode, 'INVALID_FIELD');
    assert.match(error.message, /No such column 'Nmae' on entity 'Account'/);
    return true;
  });
});

await claim("it signs in with an assertion of Node's", async () => {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 120;
  const claims = { iss: clientId, sub: username, aud: instanceUrl, exp };
  const signed = `${part({ alg: 'RS256' })}.${part(claims)}`;
  const signature = createSign('sha256').update(signed).sign(readFileSync(keyFile), 'base64url');
  const own = connect();
  await own.authorize({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: `${signed}.${signature}`,
  });
  assert.equal((await own.query('SELECT Id FROM Organization')).records[0].Id, token.org_id);
});

await claim('an expired token is INVALID_SESSION_ID, and so is one that never was', async () => {
  await org.logout();
  for (const accessToken of [token.access_token, '00D!nobody']) {
    await assert.rejects(connect(accessToken).query('SELECT Id FROM Account'), {
      errorCode: 'INVALID_SESSION_ID',
    });
  }
});

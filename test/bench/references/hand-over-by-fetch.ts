const url = `${process.env['INVOKE_URL']}/20181201/functions/ocid1.fnfunc.bench/actions/invoke`;
const headers = { 'content-type': 'application/json', 'fn-invoke-type': 'detached' };

/** What a user of a framework writes for the front door's POST: `fetch`, which keeps connections. Throws but for 202. */
export async function handOverByFetch(interaction: unknown): Promise<void> {
  const envelope = { timestamp: '0', signature: '', body: JSON.stringify(interaction) };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(envelope) });
  await answer.arrayBuffer();
  if (answer.status !== 202) throw new Error(`The hand-over was answered ${answer.status}.`);
}

// Preloaded into every function while the page is served: reports each SQL statement and each HTTP call of the call
// under way through file descriptor 3, a line of JSON each, and ends the process where a switch of the page says so.
// A process has one call at a time, so whatever happens belongs to the call that began last.
const { subscribe } = require('node:diagnostics_channel');
const { Socket } = require('node:net');
const { DatabaseSync, StatementSync } = require('node:sqlite');

const MOST_BODY = 20_000;
const reports = new Socket({ fd: 3, readable: false, writable: true });
reports.on('error', () => {});
reports.unref();

let callId = '';
/** Where this process is to end: before-commit, after-commit, between-effects, or nowhere. */
let endAt = '';
let committed = false;
let effects = 0;

function report(event) {
  if (callId !== '') reports.write(`${JSON.stringify({ callId, ...event })}\n`);
}

function endIf(place) {
  if (endAt !== place) return;
  report({ kind: 'log', at: Date.now(), ms: 0, title: `The process was killed: ${place}`, outcome: '' });
  process.kill(process.pid, 'SIGKILL');
}

subscribe('http.server.request.start', ({ request }) => {
  callId = request.headers['fn-call-id'] ?? '';
  endAt = request.headers['x-local-end-at'] ?? '';
  committed = false;
  effects = 0;
});

/** Runs a statement and reports how long it took and what it gave. */
function timed(text, run, outcomeOf) {
  const at = Date.now();
  const started = performance.now();
  const done = (outcome) =>
    report({ kind: 'sql', at, ms: performance.now() - started, title: text, outcome });
  try {
    const result = run();
    done(outcomeOf(result));
    return result;
  } catch (error) {
    done(String(error.message));
    throw error;
  }
}

const { all, run } = StatementSync.prototype;
StatementSync.prototype.all = function (...binds) {
  return timed(
    this.sourceSQL,
    () => all.apply(this, binds),
    (rows) => `${rows.length} rows`,
  );
};
StatementSync.prototype.run = function (...binds) {
  return timed(
    this.sourceSQL,
    () => run.apply(this, binds),
    ({ changes }) => `${changes} changed`,
  );
};
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (text) {
  if (text === 'COMMIT') endIf('before-commit');
  const result = timed(
    text,
    () => exec.call(this, text),
    () => '',
  );
  if (text === 'COMMIT') {
    committed = true;
    endIf('after-commit');
  }
  return result;
};

/** Collects up to MOST_BODY letters of what goes through. */
function collector() {
  const chunks = [];
  let size = 0;
  return {
    take(chunk, encoding) {
      if (chunk === undefined || chunk === null || typeof chunk === 'function' || size > MOST_BODY) return;
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk, encoding);
      size += bytes.length;
      chunks.push(bytes);
    },
    text: () => Buffer.concat(chunks).toString('utf8').slice(0, MOST_BODY),
  };
}

subscribe('http.client.request.created', ({ request }) => {
  const owner = callId;
  const at = Date.now();
  const started = performance.now();
  const sent = collector();
  const received = collector();
  const isEffect = committed && request.method !== 'GET';
  if (isEffect) {
    effects += 1;
    if (effects > 1) endIf('between-effects');
  }
  const done = (outcome) => {
    if (owner !== callId) return;
    report({
      kind: 'http',
      at,
      ms: performance.now() - started,
      title: `${request.method} ${request.getHeader('host')} ${request.path}`,
      outcome,
      contentType: String(request.getHeader('content-type') ?? ''),
      request: sent.text(),
      answer: received.text(),
    });
  };
  const { write, end } = request;
  request.write = function (chunk, ...rest) {
    sent.take(chunk, rest[0]);
    return write.call(this, chunk, ...rest);
  };
  request.end = function (chunk, ...rest) {
    sent.take(chunk, rest[0]);
    return end.call(this, chunk, ...rest);
  };
  request.prependOnceListener('response', (response) => {
    const { push } = response;
    response.push = function (chunk, ...rest) {
      if (chunk === null) done(String(response.statusCode));
      else received.take(chunk);
      return push.call(this, chunk, ...rest);
    };
  });
  request.once('error', (error) => done(String(error.message)));
});

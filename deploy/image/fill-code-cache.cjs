'use strict';
// Run while the image is built: starts every function as Fn would, sends it one call that it refuses, and keeps the
// code that V8 compiled for that (load-bundle.cjs).
const { spawnSync } = require('node:child_process');
const { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { request } = require('node:http');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { loadBundle, writeCache } = require('./load-bundle.cjs');

const WAIT_MS = 60_000;

/** Every bundle in a process of its own: each of those that are functions listens as soon as it is loaded. */
function fillAll() {
  const files = readdirSync(join(__dirname, 'functions')).filter((file) => file.endsWith('.cjs'));
  const names = JSON.parse(readFileSync(join(__dirname, 'functions.json'), 'utf8')).map((one) => one.name);
  const directory = mkdtempSync(join(tmpdir(), 'fn-'));
  for (const file of files) {
    const name = file.slice(0, -4);
    const socket = names.includes(name) ? join(directory, `${name}.sock`) : '';
    const { status, signal } = spawnSync(process.execPath, [...process.execArgv, __filename, file, socket], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: WAIT_MS,
      env: { ...process.env, FN_FORMAT: 'http-stream', FN_LISTENER: `unix:${socket}`, CLANS_DIR: directory },
    });
    if (status !== 0) throw new Error(`${name} did not start (${signal ?? `code ${status}`}).`);
  }
  rmSync(directory, { recursive: true, force: true });
  process.stdout.write(`${files.length} bundles compiled\n`);
}

async function fillOne(file, socket) {
  loadBundle(file);
  if (socket !== '') {
    while (!existsSync(socket)) await new Promise((resolve) => setTimeout(resolve, 10));
    await call(socket);
  }
  writeCache(file);
  process.exit(0);
}

/** A call without a signature. */
function call(socketPath) {
  const headers = {
    'content-type': 'application/json',
    'fn-call-id': 'build',
    'fn-deadline': new Date(Date.now() + WAIT_MS).toISOString(),
    'fn-intent': 'httprequest',
    'fn-http-method': 'POST',
    'fn-http-request-url': '/interactions/none',
  };
  return new Promise((resolve, reject) => {
    const calling = request({ socketPath, path: '/call', method: 'POST', headers }, (answer) => {
      answer.resume().once('end', resolve);
    });
    calling.once('error', reject);
    calling.end('{}');
  });
}

const [, , file, socket] = process.argv;
if (file === undefined) fillAll();
else void fillOne(file, socket);

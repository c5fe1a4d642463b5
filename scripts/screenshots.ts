// npm run screenshots: the pictures of the page that the documents show, made from a platform of its own.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import { command, runScript, ScriptError } from './command-line.ts';

const ROOT = resolve(import.meta.dirname, '..');
const STEPS_BEFORE = 4;

const PROGRAM = command('screenshots', 'Makes the pictures of the page that the documents show.')
  .option('--to <directory>', 'where they are written', join(ROOT, 'docs'))
  .option('--chromium <path>', 'the browser', '/usr/bin/chromium');

runScript(PROGRAM, async ({ to, chromium: executablePath }) => {
  if (!existsSync(executablePath)) {
    throw new ScriptError(`There is no ${executablePath}: install chromium, or name it with --chromium.`);
  }
  const data = await mkdtemp(join(tmpdir(), 'screenshots-'));
  const platform = spawn(process.execPath, ['--', 'scripts/run.mjs', 'scripts/start.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let url = '';
    for await (const line of createInterface({ input: platform.stdout })) {
      if (line.startsWith('page ')) url = line.slice('page '.length);
      if (line.startsWith('ready ')) break;
    }
    if (url === '') throw new ScriptError('The platform printed no address of the page.');
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    await takeAll(browser, url, to);
    await browser.close();
  } finally {
    platform.kill('SIGTERM');
    await new Promise((done) => platform.once('exit', done));
    await rm(data, { recursive: true, force: true });
  }
});

async function takeAll(browser: Browser, url: string, to: string): Promise<void> {
  const wide = { width: 1440, height: 860 };
  const page = await open(browser, `${url}&as=wolf`, 'dark', wide);
  for (let step = 1; step <= STEPS_BEFORE; step += 1) {
    await page.getByRole('button', { name: `Step ${step}` }).click();
    await page
      .locator('.tour li.done')
      .nth(step - 1)
      .waitFor();
  }
  await page.getByRole('tab', { name: 'Behind the curtain' }).click();
  await page.getByText('Outbox').first().waitFor();
  await page.locator('.state.due').first().waitFor({ state: 'detached' });
  await page.screenshot({ path: join(to, 'page.png') });
  const light = await open(browser, `${url}&as=officer`, 'light', wide);
  await light.getByRole('tab', { name: 'Break it' }).click();
  await light.getByRole('combobox', { name: /^Message #/ }).fill('/poi');
  await light.screenshot({ path: join(to, 'page-light.png') });
  const phone = await open(browser, `${url}&as=raven`, 'dark', { width: 390, height: 780 });
  await phone.getByRole('combobox', { name: /^Message #/ }).fill('/leaderboard');
  await phone.keyboard.press('Enter');
  await phone.getByRole('button', { name: 'Send' }).click();
  await phone.getByRole('log').getByText('Your place').or(phone.locator('.embed')).first().waitFor();
  await phone.screenshot({ path: join(to, 'page-phone.png') });
  const card = await open(browser, `${url}&as=bear`, 'dark', { width: 1100, height: 780 });
  await card.getByRole('combobox', { name: /^Message #/ }).fill('/xp');
  await card.keyboard.press('Enter');
  await card.getByRole('button', { name: 'Send' }).click();
  await card
    .getByRole('log')
    .getByRole('img', { name: /BearPaw/ })
    .waitFor();
  await card.screenshot({ path: join(to, 'page-card.png') });
  for (const name of ['page.png', 'page-light.png', 'page-phone.png', 'page-card.png']) {
    process.stdout.write(`${join(to, name)}\n`);
  }
}

async function open(
  browser: Browser,
  url: string,
  colorScheme: 'dark' | 'light',
  viewport: { width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('log').waitFor();
  return page;
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { picture } from '../../local/demo/seed-submission.ts';
import { createMessage, editMessage } from '../../local/discord/write-message.ts';
import { type BrowserScene, CHROMIUM, openBrowserScene } from './browser-scene.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const Findings = z.array(z.object({ id: z.string(), impact: z.nullish(z.string()), target: z.string() }));

const without = CHROMIUM === undefined ? ' (skipped: install chromium, or set CHROMIUM to its path)' : '';

/** What axe-core finds serious or critical. Injected through the debugger, past the page's own policy. */
async function seriousFindings(page: Page): Promise<unknown[]> {
  await page.evaluate(AXE);
  const found = Findings.parse(
    await page.evaluate(`axe.run(document).then(({ violations }) => violations.flatMap(({ id, impact, nodes }) =>
      nodes.map((node) => ({ id, impact, target: node.target.join(' ') + ' ' + node.failureSummary }))))`),
  );
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
}

const composer = (page: Page) => page.getByRole('combobox', { name: /^Message #/ });
const openChannel = (page: Page, name: string) =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: `# ${name}` })
    .click();
const messages = (page: Page) => page.getByRole('log').getByRole('listitem');

const choose = (page: Page, name: RegExp) =>
  page.getByRole('listbox', { name: 'Choices' }).getByRole('option', { name }).first().click();

async function pick(page: Page, typed: string): Promise<void> {
  await composer(page).fill(typed);
  await composer(page).press('Enter');
}

describe.skipIf(CHROMIUM === undefined)(`the page in a browser${without}`, () => {
  let scene: BrowserScene;

  beforeAll(async () => {
    scene = await openBrowserScene();
  });

  afterAll(() => scene.stop());

  it('leads a newcomer through the tour, six steps with one click each', { timeout: 120_000 }, async () => {
    const page = await scene.open('wolf');
    for (let step = 1; step <= 6; step += 1) {
      await page.getByRole('button', { name: `Step ${step}` }).click();
      await page
        .locator('.tour li.done')
        .nth(step - 1)
        .or(page.locator('.tour [role=alert]'))
        .waitFor({ timeout: 90_000 });
      expect(await page.locator('.tour [role=alert]').allTextContents()).toEqual([]);
    }
    const newcomer = scene.platform.discord.guild('tophat').members.size;
    expect(newcomer).toBeGreaterThan(14);
    await page.getByRole('tab', { name: 'Behind the curtain' }).click();
    await page.getByText('Outbox').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('offers the registered commands, their options, and what the bot completes', async () => {
    const page = await scene.open('moderator');
    await composer(page).fill('/poi');
    const offered = page.getByRole('listbox', { name: 'Commands' }).getByRole('option');
    expect(await offered.first().textContent()).toContain('/points add');
    await pick(page, '/points add');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('This option is required.').first().waitFor();
    await page.getByRole('combobox', { name: /^member/ }).fill('bea');
    await choose(page, /Bear/);
    await page.getByLabel(/^amount/).fill('99');
    await page.getByText(/^The most is/).waitFor();
    await page.getByLabel(/^amount/).fill('3');
    await page.getByRole('button', { name: 'Send' }).click();
    await messages(page).filter({ hasText: 'Gave @Bear 3 points' }).waitFor();
    await pick(page, '/points undo');
    // A function that starts cold is late with its choices, and Discord then shows none: typed again, they come.
    await expect
      .poll(
        async () => {
          await page.getByRole('combobox', { name: /^entry/ }).fill('');
          await page.getByRole('combobox', { name: /^entry/ }).fill('3');
          return page.getByRole('listbox', { name: 'Choices' }).getByText(/Bear/).count();
        },
        { timeout: 20_000, interval: 1_000 },
      )
      .toBeGreaterThan(0);
    await choose(page, /Bear/);
    await page.getByRole('button', { name: 'Send' }).click();
    await messages(page)
      .filter({ hasText: /Moss used \/points undo/ })
      .filter({ hasText: 'Bear' })
      .waitFor();
    await page.context().close();
  });

  it('says which tier is needed, to those who lack it, and to nobody else', async () => {
    const [wolf, fox] = await Promise.all([scene.open('wolf'), scene.open('fox')]);
    await pick(wolf, '/points add');
    await wolf.getByRole('combobox', { name: /^member/ }).fill('bear');
    await choose(wolf, /Bear/);
    await wolf.getByLabel(/^amount/).fill('1');
    await wolf.getByRole('button', { name: 'Send' }).click();
    const denial = { hasText: /officer/i };
    await messages(wolf).filter(denial).filter({ hasText: 'Only you can see this' }).waitFor();
    await composer(wolf).fill('Did that work?');
    await composer(wolf).press('Enter');
    await messages(fox).filter({ hasText: 'Did that work?' }).waitFor();
    expect(await messages(fox).filter(denial).count()).toBe(0);
    await wolf.context().close();
    await fox.context().close();
  });

  it('fills in a form, says what is wrong with it, and uploads a file', async () => {
    const page = await scene.open('raven');
    await openChannel(page, 'events');
    await pick(page, '/submit-event');
    await page.getByRole('combobox', { name: /^type/ }).fill('Raid');
    await choose(page, /Raid/);
    await page.getByRole('button', { name: 'Send' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => form.getByRole('alert').count()).toBe(3);
    expect(await seriousFindings(page)).toEqual([]);
    await form.getByRole('combobox').first().fill('owl');
    await choose(page, /Owl/);
    const [start, end] = [2, 1].map((hours) => new Date(Date.now() - hours * 3_600_000).toISOString());
    await form.getByLabel(/start/i).fill(`${start?.slice(0, 16).replace('T', ' ')} UTC`);
    await form.getByLabel(/end/i).fill(`${end?.slice(0, 16).replace('T', ' ')} UTC`);
    const proof = { name: 'proof.png', mimeType: 'image/png', buffer: Buffer.from(picture()) };
    await form.locator('input[type=file]').setInputFiles(proof);
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.waitFor({ state: 'detached' });
    await messages(page).filter({ hasText: /Owl/ }).filter({ hasText: 'Only you can see this' }).waitFor();
    const review = await scene.open('officer');
    await openChannel(review, 'admin');
    const picked = messages(review).filter({ hasText: 'Raven' }).getByRole('img').last();
    await expect.poll(() => picked.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBe(32);
    await page.context().close();
    await review.context().close();
  });

  it('shows a user menu of the bot for a person, by keyboard alone', async () => {
    const page = await scene.open('officer');
    await page.getByRole('tab', { name: 'Tour' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Tab');
    await page.getByRole('tabpanel').getByRole('button', { name: 'Hare' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Add points' }).press('Enter');
    const form = page.getByRole('dialog');
    await form
      .getByLabel(/points|amount/i)
      .first()
      .fill('2');
    await page.keyboard.press('Enter');
    await messages(page).filter({ hasText: 'Gave @Hare 2 points' }).waitFor();
    await page.context().close();
  });

  it.each(['dark', 'light'] as const)(
    'has no serious finding of axe in %s, at any of its panels',
    async (colorScheme) => {
      const page = await scene.open('admin', { colorScheme });
      await openChannel(page, 'admin');
      await messages(page).first().waitFor();
      for (const name of ['Tour', 'Behind the curtain', 'Break it', 'People']) {
        await page.getByRole('tab', { name }).click();
        expect(await seriousFindings(page)).toEqual([]);
      }
      await page.context().close();
    },
  );

  it('fits a phone: one column at a time, nothing beside it', async () => {
    const page = await scene.open('wolf', { width: 360, height: 740 });
    const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(await overflow()).toBe(0);
    await page.getByRole('button', { name: 'Channels' }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await openChannel(page, 'events');
    await composer(page).waitFor();
    await page.getByRole('button', { name: 'Panels' }).click();
    await page.getByRole('tab', { name: 'Break it' }).click();
    expect(await overflow()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Tour' }).click();
    await page.getByRole('button', { name: 'Step 1' }).click();
    await page.getByText('Next in the tour: Submit an event with a picture.').waitFor();
    await composer(page).waitFor();
    expect(await overflow()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('draws one row again when one message of 500 changes', async () => {
    const { world } = scene.platform.discord;
    const channel = [...world.state.channels.values()].find(({ name }) => name === 'point-log');
    const place = {
      channelId: channel?.id ?? '',
      authorId: scene.platform.discord.member('tophat', 'owl').userId,
    };
    const made = Array.from({ length: 500 }, (_, index) =>
      createMessage(world, { content: `line ${index}` }, new Map(), place),
    );
    const page = await scene.open('hare');
    await openChannel(page, 'point-log');
    await messages(page).filter({ hasText: 'line 499' }).waitFor();
    while (!(await page.getByText('line 0', { exact: true }).isVisible())) {
      const shown = await messages(page).count();
      await page.getByRole('button', { name: 'Older messages' }).click();
      await expect.poll(() => messages(page).count()).toBeGreaterThan(shown);
    }
    await page.evaluate(`globalThis.changedRows = new Set();
      new MutationObserver((changes) => changes.forEach(({ target }) =>
        changedRows.add((target.closest ?? target.parentElement.closest).call(target.closest ? target : target.parentElement, 'li')?.dataset.message))
      ).observe(document.querySelector('[role=log] ol'), { subtree: true, childList: true, characterData: true })`);
    const changed = made[250];
    if (changed !== undefined) editMessage(world, changed, { content: 'another text' }, new Map());
    await messages(page).filter({ hasText: 'another text' }).waitFor();
    expect(await page.evaluate('[...changedRows]')).toEqual([changed?.id]);
    await page.context().close();
  });

  it('writes no error to its console', () => {
    expect(scene.complaints).toEqual([]);
  });
});

import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

/** Where Debian and other systems put the browser; `CHROMIUM` names another place. */
const PLACES = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** The browser that is installed; undefined where there is none. */
export const CHROMIUM = PLACES.find((path) => path !== '' && existsSync(path));

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'dark' | 'light';
}

/** A platform with its page, and a browser to look at it. What the pages write to their consoles is kept. */
export class BrowserScene {
  readonly platform: TestPlatform;
  /** Errors and warnings of every page so far. */
  readonly complaints: string[] = [];
  readonly #browser: Browser;

  constructor(platform: TestPlatform, browser: Browser) {
    this.platform = platform;
    this.#browser = browser;
  }

  /** Opens the page as somebody, in a browser profile of its own. */
  async open(as: string, options: OpenOptions = {}): Promise<Page> {
    const { width = 1400, height = 900, colorScheme = 'dark' } = options;
    const context: BrowserContext = await this.#browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    await page.goto(`${this.platform.platform.pageUrl}&clan=tophat&as=${as}`);
    await page.getByRole('log').waitFor();
    return page;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.platform.stop();
  }
}

/** Starts both. The sandbox of the browser needs rights that containers do not give. */
export async function openBrowserScene(): Promise<BrowserScene> {
  const platform = await startTestPlatform({ page: true, pendingEvent: true });
  const browser = await chromium.launch({
    ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
    args: ['--no-sandbox'],
  });
  return new BrowserScene(platform, browser);
}

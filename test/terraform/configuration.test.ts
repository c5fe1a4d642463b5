import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noProvider, noTerraform, ROOT, terraform } from './terraform.ts';

const MINUTES = 60_000;

function because(reason: string | undefined): string {
  return reason === undefined ? '' : ` (skipped: ${reason})`;
}

test.skipIf(noTerraform)(`both configurations are formatted${because(noTerraform)}`, async () => {
  const { code } = await terraform(['fmt', '-check', '-recursive'], join(ROOT, 'terraform'));
  expect(code).toBe(0);
});

describe.skipIf(noProvider)(`both configurations${because(noProvider)}`, () => {
  test.each(['platform', '.'])('%s is valid', { timeout: 5 * MINUTES }, async (root) => {
    const { code, text } = await terraform(['validate'], join(ROOT, 'terraform', root));
    expect(text).toContain('The configuration is valid');
    expect(code).toBe(0);
  });

  test.each(['platform', '.'])('the tests of %s pass', { timeout: 5 * MINUTES }, async (root) => {
    const refusing = { OCI_STUB_REFUSE: '1' };
    const { code, text } = await terraform(['test'], join(ROOT, 'terraform', root), refusing);
    expect(text).toMatch(/Success! \d+ passed, 0 failed\./);
    expect(code).toBe(0);
  });
});

describe('the modules', () => {
  const folders = readdirSync(join(ROOT, 'terraform/modules')).map((name) =>
    join(ROOT, 'terraform/modules', name),
  );
  const texts = [...folders, join(ROOT, 'terraform'), join(ROOT, 'terraform/platform')].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.tf') && statSync(join(folder, file)).isFile())
      .map((file) => ({ file: join(folder, file), text: readFileSync(join(folder, file), 'utf8') })),
  );

  test('every variable and output says what it is, and every variable has a type', () => {
    for (const { file, text } of texts) {
      for (const [block] of text.matchAll(/^(variable|output) "\w+" \{[\s\S]*?^\}/gm)) {
        expect(block, `${file}: ${block.split('\n')[0]}`).toContain('description');
        if (block.startsWith('variable')) expect(block, `${file}: ${block.split('\n')[0]}`).toContain('type');
      }
    }
  });

  test.each(['platform', '.'])('the form for Resource Manager of %s asks for every variable', (root) => {
    const folder = join(ROOT, 'terraform', root);
    const form = readFileSync(join(folder, 'schema.yaml'), 'utf8');
    const asked = [...form.slice(form.indexOf('\nvariables:')).matchAll(/^ {2}(\w+):$/gm)].map(
      ([, name]) => name,
    );
    const text = readFileSync(join(folder, 'variables.tf'), 'utf8');
    const variables = [...text.matchAll(/^variable "(\w+)"/gm)].map(([, name]) => name);
    expect(asked.sort()).toEqual(variables.sort());
    for (const name of variables)
      expect(form.slice(0, form.indexOf('\nvariables:'))).toMatch(new RegExp(`[[ ]${name}[,\\]]`));
  });

  test('nothing asks for another provider than oci, but for the pause before the vault key', () => {
    for (const { file, text } of texts) {
      const sources = [...text.matchAll(/^\s+source\s+= "([^"]+)"/gm)].map(([, source]) => source ?? '');
      for (const source of sources) {
        expect(source, file).toMatch(/^(\.\.?\/|(oracle\/oci|hashicorp\/time)$)/);
      }
      expect(text, file).not.toMatch(/resource "(random|null|local|tls|archive)_/);
      if (!file.endsWith('modules/vault/main.tf')) expect(text, file).not.toMatch(/resource "time_/);
    }
  });
});

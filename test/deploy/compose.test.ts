import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../../deploy/server');
const compose = readFileSync(join(FOLDER, 'compose.yaml'), 'utf8');

test.each([
  ['its memory', /^ {4}mem_limit: \d+[mg]$/m],
  ['its swap', /^ {4}memswap_limit: \d+[mg]$/m],
  ['its processes', /^ {4}pids_limit: \d+$/m],
  ['its processors', /^ {4}cpus: \d+$/m],
  ['its user', /^ {4}user: 1000:1000$/m],
  ['its files, which it cannot write', /^ {4}read_only: true$/m],
  ['its temporary files', /^ {6}- \/tmp:size=\d+m,.*noexec,nosuid,nodev$/m],
  ['its capabilities', /^ {4}cap_drop:\n {6}- ALL$/m],
  ['its privileges', /^ {4}security_opt:\n {6}- no-new-privileges:true$/m],
  ['its port', /^ {6}- 127\.0\.0\.1:/m],
])('the container of compose is limited in %s', (_, line) => {
  expect(compose).toMatch(line);
});

test("the server's image ends with no package that only development needs", () => {
  const [build, final] = readFileSync(join(FOLDER, 'Dockerfile'), 'utf8').split(/^FROM (?!.* AS )/m);
  expect(build).toMatch(/ && npm prune --omit dev /);
  expect(final).toContain('COPY --from=build /app /app\n');
  expect(final).not.toMatch(/npm (ci|install)/);
});

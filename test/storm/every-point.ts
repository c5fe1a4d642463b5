import { KINDS, type Kind } from './kinds.ts';
import { PointScene, type Told } from './point-scene.ts';

/** What one kind of thing came to, killed at some of its points. */
export interface Swept {
  readonly name: string;
  /** Points at which its process may die. */
  readonly points: number;
  readonly kills: number;
  /** A line each; empty: all is as it should be. */
  readonly wrong: readonly string[];
}

interface Run {
  readonly points: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** After the same was delivered once more. */
  readonly again: readonly string[];
  readonly told: Told | undefined;
  readonly left: readonly string[];
}

/**
 * Does each thing in a process that dies at a point, at `first` and every `step` points after it, each time in a clan of its
 * own. Afterwards, when what is left is delivered, all of it is done or nothing of it, whoever did it was told which, and
 * the same interaction delivered once more changes nothing. What works in steps is done when it is used again, and a job
 * that died by its next run.
 */
export async function sweep(
  name: string,
  { first, step }: { readonly first: number; readonly step: number },
): Promise<Swept> {
  const kind = KINDS[name];
  if (kind === undefined) throw new Error(`there is no kind ${name}`);
  const whole = await run(kind, 0);
  const wrong = wrongsOf(whole, whole).map((line) => `${name}, not killed: ${line}`);
  let kills = 0;
  for (let point = first; point <= whole.points; point += step) {
    kills += 1;
    const killed = await run(kind, point);
    wrong.push(...wrongsOf(killed, whole).map((line) => `${name}, killed at ${point}: ${line}`));
  }
  return { name, points: whole.points, kills, wrong };
}

async function run(kind: Kind, killAt: number): Promise<Run> {
  const scene = await PointScene.open();
  const sent = await kind(scene);
  const before = await scene.state();
  const life = scene.life(killAt);
  const id = scene.newId();
  const sentAt = scene.clock.now;
  const once = async (delivered: Parameters<PointScene['runJob']>[1]) => {
    if (typeof sent === 'function') await scene.runJob(sent, delivered);
    else await scene.deliver({ ...sent, at: sentAt }, id, delivered);
  };
  await once(life);
  const left = [...(await scene.drain())];
  // The next hour, or a second delivery of the same interaction.
  if (typeof sent === 'function') scene.clock.now += 3_600_000;
  const after = typeof sent === 'function' ? [] : await scene.state();
  await once(scene.life(0));
  left.push(...(await scene.drain()));
  const told = typeof sent === 'function' ? undefined : scene.told(id);
  // Whoever is told to look and to do it again does so, a minute later.
  if (typeof sent !== 'function' && told?.isUnsure === true) {
    scene.clock.now += 61_000;
    await scene.use(sent);
  }
  const again = await scene.state();
  await scene.close();
  return { points: life.points, before, after, again, told, left };
}

function wrongsOf(run: Run, whole: Run): readonly string[] {
  const { told, left, after, again, before } = run;
  const wrong = [...left];
  if (told === undefined) return [...wrong, ...differences('after the next run', again, whole.again)];
  if (told.isUnsure) return [...wrong, ...differences('after it was done again', again, whole.after)];
  wrong.push(...differences('after a second delivery', again, after));
  const isNothing = same(after, before);
  const isDone = same(after, whole.after);
  if (!isNothing && !isDone) wrong.push(...differences('neither done nor left alone', after, whole.after));
  if (!told.isEnded) wrong.push('nobody was told how it ended');
  else if (told.code === 'stopped' && !isNothing) wrong.push(`it was done, and said: ${told.text}`);
  else if (told.code === undefined && !isDone) wrong.push(`it was not done, and said: ${told.text}`);
  return wrong;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.join('\n') === b.join('\n');
}

function differences(when: string, is: readonly string[], should: readonly string[]): readonly string[] {
  const lacks = missing(should, is).map((line) => `${when} there is not ${line}`);
  return [...lacks, ...missing(is, should).map((line) => `${when} there is ${line}`)];
}

/** What is in the first and not, or not as often, in the second. */
function missing(from: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return from.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

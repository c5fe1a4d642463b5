import type { EmulatorAnswer } from '../emulator/http-server.ts';
import type { Limit } from '../emulator/rate-limit.ts';
import { serviceRefusal } from './refusal.ts';
import type { GroupState, KeyState, RobloxState } from './state.ts';

export interface RobloxCall {
  readonly state: RobloxState;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly now: number;
  readonly changed: () => void;
}

export interface KeyCall extends RobloxCall {
  readonly key: KeyState;
}

/** A route: whether it needs a key, which scope, and how many calls a minute its owner has. */
export type RobloxRoute =
  | {
      readonly auth: 'key';
      readonly scope?: string;
      readonly perMinute: number;
      readonly run: (call: KeyCall) => EmulatorAnswer;
    }
  | { readonly auth: 'none'; readonly perMinute: number; readonly run: (call: RobloxCall) => EmulatorAnswer };

export type RobloxRoutes = Readonly<Record<string, RobloxRoute>>;

export const ok = (json: unknown): EmulatorAnswer => ({ status: 200, json });

export const perMinute = (max: number): Limit => ({ max, perMs: 60_000 });

/** A path parameter; the router has matched it, so it is there. */
export function parameter(call: RobloxCall, name: string): string {
  return call.parameters[name] ?? '';
}

/** The group that the path names. */
export function groupOf(call: RobloxCall): GroupState {
  const group = call.state.groups.get(parameter(call, 'group_id'));
  if (group === undefined) throw serviceRefusal(404, 'NOT_FOUND', 'The group does not exist.');
  return group;
}

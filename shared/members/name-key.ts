/** How names are compared: Roblox names differ by more than case. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

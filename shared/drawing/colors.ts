type Rgb = readonly [red: number, green: number, blue: number];

/** What pictures stand on. */
export const INK = {
  background: '#16181d',
  raised: '#22262e',
  line: '#343a45',
  text: '#f4f6fa',
  quiet: '#a5adbb',
} as const;

/** What can be read on the background at all: WCAG asks for 3 to 1 for large things. */
const CONTRAST = 3.6;

/** The clan's colour, as light as it must be to be seen on the background. */
export function accentOf(color: string): string {
  let rgb = rgbOf(color);
  while (contrast(rgb, rgbOf(INK.background)) < CONTRAST) rgb = mixed(rgb, [255, 255, 255], 0.08);
  return hexOf(rgb);
}

/** Black or white, whichever can be read better on a colour. */
export function inkOn(color: string): string {
  const rgb = rgbOf(color);
  return contrast(rgb, [0, 0, 0]) > contrast(rgb, [255, 255, 255]) ? '#101216' : '#ffffff';
}

/** A colour with some of another in it: `part` 0 is the first, 1 the second. */
export function mix(color: string, other: string, part: number): string {
  return hexOf(mixed(rgbOf(color), rgbOf(other), part));
}

function mixed(color: Rgb, other: Rgb, part: number): Rgb {
  const at = (index: 0 | 1 | 2) => color[index] + (other[index] - color[index]) * part;
  return [at(0), at(1), at(2)];
}

/** Source: WCAG 2.2, contrast ratio. */
function contrast(color: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(color), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

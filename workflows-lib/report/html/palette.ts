/**
 * The colours of the HTML report, as CSS variables. Series are from the colour-blind safe set of Okabe and Ito (2008), moved in lightness until
 * they stand 3:1 against their background; text stands 4.5:1 (WCAG 2.2 AA, tested). A series also differs in shape, a verdict in word and icon.
 */

/** One colour for each role. */
export interface Palette {
  readonly background: string;
  readonly surface: string;
  readonly border: string;
  readonly grid: string;
  readonly text: string;
  readonly muted: string;
  readonly link: string;
  readonly p50: string;
  readonly p95: string;
  readonly p99: string;
  readonly range: string;
  readonly pass: string;
  readonly passBack: string;
  readonly fail: string;
  readonly failBack: string;
  readonly inconclusive: string;
  readonly inconclusiveBack: string;
  readonly void: string;
  readonly voidBack: string;
  readonly measured: string;
  readonly measuredBack: string;
}

/** Colours on a light ground. */
export const LIGHT: Palette = {
  background: '#ffffff',
  surface: '#f5f6f8',
  border: '#d3d8df',
  grid: '#e3e6eb',
  text: '#15191f',
  muted: '#535b67',
  link: '#0a559f',
  p50: '#0072b2',
  p95: '#b84a00',
  p99: '#8a2c8a',
  range: '#7d8794',
  pass: '#0a5c49',
  passBack: '#dcf2ea',
  fail: '#98190f',
  failBack: '#fde6e3',
  inconclusive: '#6f4400',
  inconclusiveBack: '#fdeecf',
  void: '#4a4662',
  voidBack: '#e8e5f2',
  measured: '#0b4f78',
  measuredBack: '#dfeef8',
};

/** Colours on a dark ground. */
export const DARK: Palette = {
  background: '#0e1115',
  surface: '#171b21',
  border: '#343c47',
  grid: '#262d36',
  text: '#e9ecf1',
  muted: '#a5aebb',
  link: '#82bbf7',
  p50: '#56b4e9',
  p95: '#f0994a',
  p99: '#dba0e6',
  range: '#8792a0',
  pass: '#80dec2',
  passBack: '#10332b',
  fail: '#ffb3a9',
  failBack: '#451813',
  inconclusive: '#f4c873',
  inconclusiveBack: '#3a2b0c',
  void: '#cac5e6',
  voidBack: '#2c293d',
  measured: '#9ad0f5',
  measuredBack: '#12303f',
};

/** The palette as CSS declarations: `--passBack:#dcf2ea;`. */
export function cssVariables(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name}:${String(value)};`)
    .join('');
}

import { judgeComparison } from '../../../workflows-lib/gate/comparison/judge.ts';
import type { Recording } from '../planted/recording.ts';
import type { MeasuredCalls, Rule } from './rule.ts';

/** What every rule is asked of a recorded comparison. */
export interface Verdict {
  /** Metrics, by name, that are called worse. */
  readonly alarms: readonly string[];
}

/** A way to judge a recording, ours or that of others. */
export interface Judge {
  readonly name: string;
  judge(recording: Recording): Verdict;
}

/** The gate itself. A comparison that is void raises no alarm. */
export const ours: Judge = {
  name: 'shotclock',
  judge(recording) {
    const { verdict, flagged } = judgeComparison(recording);
    return { alarms: verdict === 'fail' ? flagged : [] };
  },
};

/** A rule of others, asked about the durations of every operation. */
export function judgeWith(rule: Rule): Judge {
  return {
    name: rule.name,
    judge({ calls }) {
      const worse = Object.entries(calls).filter(([, of]) => rule.alarms(callsOf(of)));
      return { alarms: worse.map(([operation]) => `${operation}.duration`) };
    },
  };
}

/** Base's calls are those of both its starts. */
function callsOf({ base, head, twin }: Recording['calls'][string]): MeasuredCalls {
  const both = base.map((pair, index) => [...pair, ...(twin[index] ?? [])]);
  const whole = both.map((_, index) => index).filter((index) => (both[index]?.length ?? 0) > 0 && (head[index]?.length ?? 0) > 0);
  return { base: whole.map((index) => both[index] ?? []), head: whole.map((index) => head[index] ?? []) };
}

/** The recording as it would be had head taken so much longer in one operation: 0.1 is ten percent. Exact for every rule, because all look at durations alone. */
export function slowed(recording: Recording, operation: string, share: number): Recording {
  const of = recording.calls[operation];
  const series = recording.series.map((one) =>
    one.name === `${operation}.duration` ? { ...one, values: one.values.map((value) => value + Math.log1p(share)) } : one,
  );
  if (of === undefined) return recording;
  const head = of.head.map((pair) => pair.map((duration) => duration * (1 + share)));
  return { ...recording, series, calls: { ...recording.calls, [operation]: { ...of, head } } };
}

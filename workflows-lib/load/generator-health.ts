import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { readFileSync } from 'node:fs';

/** Whether this process was fit to measure, and the figures behind that. Times in milliseconds, ratios 0 to 1. */
export interface GeneratorHealth {
  readonly verdict: 'ok' | 'degraded' | 'void';
  readonly reasons: string[];
  readonly eventLoopUtilization: number;
  readonly eventLoopDelayMs: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly residentBytesMax: number;
  /** Null where the kernel does not report it. */
  readonly stealRatio: number | null;
}

/** Figures to be judged. */
export type GeneratorFigures = Omit<GeneratorHealth, 'verdict' | 'reasons'>;

/** Watches the generator from `startGeneratorWatch` until `stop`. */
export interface GeneratorWatch {
  /** Many calls are in flight from here on: how busy the event loop was counts from this moment. */
  beginLoad(): void;
  stop(): GeneratorHealth;
}

/** A generator this busy queues its own answers, so that their times are its own; beyond `degraded` be wary, beyond `void` do not believe. */
const LIMITS = {
  eventLoopUtilization: { degraded: 0.75, void: 0.95 },
  eventLoopDelayP99Ms: { degraded: 50, void: 500 },
  stealRatio: { degraded: 0.1, void: 0.3 },
} as const;

const DELAY_RESOLUTION_MS = 10;

/**
 * Judges the figures: `void` beyond any hard limit, `degraded` beyond any soft one. A busy event loop only matters under load: one call at a
 * time has nobody to wait behind, and a benchmark of quick calls is busy by nature.
 */
export function judgeGenerator(figures: GeneratorFigures, underLoad: boolean): Pick<GeneratorHealth, 'verdict' | 'reasons'> {
  const percent = (ratio: number): string => `${Math.round(ratio * 100)} %`;
  const checks = [
    {
      value: underLoad ? figures.eventLoopUtilization : 0,
      limit: LIMITS.eventLoopUtilization,
      reason: `its event loop was busy ${percent(figures.eventLoopUtilization)} of the time`,
    },
    {
      value: figures.eventLoopDelayMs.p99,
      limit: LIMITS.eventLoopDelayP99Ms,
      reason: `its event loop was late by ${Math.round(figures.eventLoopDelayMs.p99)} ms at the 99th percentile`,
    },
    {
      value: figures.stealRatio ?? 0,
      limit: LIMITS.stealRatio,
      reason: `the hypervisor took ${percent(figures.stealRatio ?? 0)} of the CPU`,
    },
  ];
  const beyond = (level: 'degraded' | 'void'): boolean => checks.some(({ value, limit }) => value > limit[level]);
  return {
    verdict: beyond('void') ? 'void' : beyond('degraded') ? 'degraded' : 'ok',
    reasons: checks.filter(({ value, limit }) => value > limit.degraded).map(({ reason }) => reason),
  };
}

/** Starts watching this process. */
export function startGeneratorWatch(): GeneratorWatch {
  let utilization = performance.eventLoopUtilization();
  let underLoad = false;
  const delay = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
  const cpu = readCpuTimes();
  let residentBytesMax = process.memoryUsage.rss();
  const sampler = setInterval(() => {
    residentBytesMax = Math.max(residentBytesMax, process.memoryUsage.rss());
  }, 250);
  sampler.unref();
  delay.enable();
  // The monitor's histogram holds the whole interval between ticks, so its own resolution is taken off again.
  const lateness = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - DELAY_RESOLUTION_MS);
  return {
    beginLoad: () => {
      utilization = performance.eventLoopUtilization();
      underLoad = true;
    },
    stop: () => {
      delay.disable();
      clearInterval(sampler);
      const figures: GeneratorFigures = {
        eventLoopUtilization: performance.eventLoopUtilization(utilization).utilization,
        eventLoopDelayMs: {
          p50: lateness(delay.percentile(50)),
          p99: lateness(delay.percentile(99)),
          max: lateness(delay.max),
        },
        residentBytesMax: Math.max(residentBytesMax, process.memoryUsage.rss()),
        stealRatio: stealBetween(cpu, readCpuTimes()),
      };
      return { ...judgeGenerator(figures, underLoad), ...figures };
    },
  };
}

interface CpuTimes {
  readonly total: number;
  readonly steal: number;
}

/** The first line of /proc/stat: user nice system idle iowait irq softirq steal, in ticks (proc(5)). */
function readCpuTimes(): CpuTimes | undefined {
  if (process.platform !== 'linux') return undefined;
  const fields = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').trim().split(/\s+/).slice(1, 9).map(Number);
  const steal = fields[7];
  return steal === undefined ? undefined : { total: fields.reduce((sum, ticks) => sum + ticks, 0), steal };
}

function stealBetween(before: CpuTimes | undefined, after: CpuTimes | undefined): number | null {
  if (before === undefined || after === undefined) return null;
  const total = after.total - before.total;
  return total > 0 ? (after.steal - before.steal) / total : 0;
}

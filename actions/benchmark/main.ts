import { benchmarkSpec, runBenchmark } from '../../workflows-lib/action/benchmark.ts';
import { runAction } from '../../workflows-lib/action/run-action.ts';

await runAction(benchmarkSpec, runBenchmark);

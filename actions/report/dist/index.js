// Built by scripts/build-actions.mjs: runs actions/report/main.ts, which is in the shared bundle.
import { start } from '../../dist/index.js';
await start('actions/report');

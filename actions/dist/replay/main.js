// Built by scripts/build-actions.mjs: runs workflows-lib/system/replay/main.ts, which is in the shared bundle.
import { start } from '../index.js';
await start('workflows-lib/system/replay');

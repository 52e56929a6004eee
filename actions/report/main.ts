import { reportSpec, runReport } from '../../workflows-lib/action/report.ts';
import { runAction } from '../../workflows-lib/action/run-action.ts';

await runAction(reportSpec, runReport);

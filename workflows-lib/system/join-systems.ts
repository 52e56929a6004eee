import type { RunningSystem } from './running-system.ts';
import { unrecordedOfAll } from './unrecorded-requests.ts';

/**
 * Services and the processes that run on them, started apart, seen as one system. Where both know a name, the one that started it counts: it
 * knows its log and its version. `stop` ends the processes before the services.
 */
export function joinSystems(services: RunningSystem, processes: RunningSystem): RunningSystem {
  const died = Promise.race([services.died, processes.died]);
  // Whoever does not listen is not punished with an unhandled rejection.
  died.catch(() => undefined);
  return {
    endpoints: { ...processes.endpoints, ...services.endpoints },
    info: { ...processes.info, ...services.info },
    died,
    childEnvironment: processes.childEnvironment,
    resources: async () => ({ ...(await services.resources()), ...(await processes.resources()) }),
    unrecordedRequests: async () => unrecordedOfAll([services, processes]),
    hide: (text) => services.hide(processes.hide(text)),
    stop: async () => {
      try {
        await processes.stop();
      } finally {
        await services.stop();
      }
    },
  };
}

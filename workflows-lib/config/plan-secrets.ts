import type { Plan } from './plan.ts';

/** Names of variables, headers and keys whose values nobody should see. */
export const SECRET_NAME = /key|token|secret|passw|credential|authorization|cookie/i;

/**
 * What has to be blanked wherever it turns up: values of the plan's environments and headers whose name says so (of `Bearer abc` also
 * `abc` alone), passwords in its URLs, and values of the caller's environment whose name says so, because the plan may quote them anywhere.
 */
export function planSecrets(plan: Plan, env: Readonly<Record<string, string | undefined>>): string[] {
  const secrets = new Set<string>();
  const named = (values: Readonly<Record<string, string | undefined>>): void => {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined || value === '') continue;
      if (SECRET_NAME.test(name)) for (const part of [value, value.split(' ').at(-1) ?? '']) secrets.add(part);
      addPassword(value, secrets);
    }
  };
  named(env);
  for (const process of Object.values(plan.system.processes)) named(process.env);
  for (const service of Object.values(plan.services)) {
    if ('env' in service) named(service.env);
    if ('headers' in service) named(service.headers);
  }
  for (const { call } of plan.operations) {
    if ('env' in call) named(call.env);
    if ('headers' in call) named(call.headers);
  }
  return [...secrets];
}

function addPassword(value: string, secrets: Set<string>): void {
  if (!value.includes('://') || !URL.canParse(value)) return;
  const { password } = new URL(value);
  if (password !== '') secrets.add(password);
}

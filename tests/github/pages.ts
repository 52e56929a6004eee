import { ok, type Answer } from './answer.ts';
import type { RestCall } from './router.ts';

/** One page of a list: 30 items when `per_page` is not given, never more than 100, with the links that GitHub gives. */
export function page<T>(
  { query, url }: RestCall,
  items: readonly T[],
): { readonly items: readonly T[]; readonly headers: Readonly<Record<string, string>> } {
  const size = Math.min(numberOf(query.get('per_page'), 30), 100);
  const current = numberOf(query.get('page'), 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const links = [
    ...(current > 1 ? [link(url, Math.min(current - 1, last), 'prev')] : []),
    ...(current < last ? [link(url, current + 1, 'next'), link(url, last, 'last')] : []),
    ...(current > 1 ? [link(url, 1, 'first')] : []),
  ];
  const headers = links.length === 0 ? {} : { link: links.join(', ') };
  return { items: items.slice((current - 1) * size, current * size), headers };
}

/** 200 with one page of a list, every item drawn by `view`. */
export function listAnswer<T>(call: RestCall, items: readonly T[], view: (item: T) => unknown): Answer {
  const { items: shown, headers } = page(call, items);
  return ok(shown.map(view), headers);
}

/** 200 with one page of a list that GitHub wraps with its length: `{ total_count, [key]: [...] }`. */
export function countedAnswer<T>(
  call: RestCall,
  items: readonly T[],
  { key, view }: { readonly key: string; readonly view: (item: T) => unknown },
): Answer {
  const { items: shown, headers } = page(call, items);
  return ok({ total_count: items.length, [key]: shown.map(view) }, headers);
}

function numberOf(text: string | null, fallback: number): number {
  const value = Number(text ?? fallback);
  return Number.isInteger(value) && value > 0 ? value : fallback;
}

function link(url: URL, number: number, rel: string): string {
  const target = new URL(url);
  target.searchParams.set('page', String(number));
  return `<${target.href}>; rel="${rel}"`;
}

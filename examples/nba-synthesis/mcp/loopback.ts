/** Protection of a server on this machine against web pages: DNS rebinding and requests across origins (MCP specification, transports). */
import type { IncomingHttpHeaders } from 'node:http';

function hostnameOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

/** Whether a host name (as `URL` writes it) always means this machine. */
function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    hostname === '::1' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

/**
 * Why a request must be refused, or undefined. A server that listens on loopback is only ever asked under a loopback name, and by pages
 * of loopback origins; under any other address a page may only come from the server's own origin.
 */
export function refusal(headers: IncomingHttpHeaders, listensOn: string): string | undefined {
  const host = hostnameOf(`http://${headers.host ?? ''}`);
  if (host === undefined) return 'the Host header is missing or malformed';
  const local = isLoopback(listensOn);
  if (local && !isLoopback(host)) return 'the Host header does not name this machine';
  if (headers.origin === undefined) return undefined;
  const origin = hostnameOf(headers.origin);
  const isAllowed = origin !== undefined && (local ? isLoopback(origin) : new URL(headers.origin).host === headers.host);
  return isAllowed ? undefined : 'the Origin header names a foreign site';
}

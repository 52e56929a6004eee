import { expect, test } from '@jest/globals';
import { createLogger, type Logger } from './log.ts';

function collected(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  const log = createLogger({
    service: 'nba-mcp',
    version: '1.2.3',
    stream: { write: (line) => lines.push(line) },
    date: () => new Date('2026-01-02T03:04:05.678Z'),
  });
  return { log, lines };
}

test('a record follows the OpenTelemetry log data model', () => {
  const { log, lines } = collected();
  log.warn('tool failed', { 'gen_ai.tool.name': 'query_database', duration_ms: 1.5 });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      timestamp: '2026-01-02T03:04:05.678Z',
      severity_text: 'WARN',
      severity_number: 13,
      body: 'tool failed',
      resource: { 'service.name': 'nba-mcp', 'service.version': '1.2.3' },
      attributes: { 'gen_ai.tool.name': 'query_database', duration_ms: 1.5 },
    },
  ]);
});

test('an attribute without a value is left out', () => {
  const { log, lines } = collected();
  log.info('call', { 'error.type': undefined });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ severity_text: 'INFO', attributes: {} });
  expect(lines[0]).not.toContain('error.type');
});

test('text with line breaks stays on one line, so nobody can forge a record', () => {
  const { log, lines } = collected();
  log.error('first\n{"body":"forged"}', { note: 'a\r\nb' });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/);
});

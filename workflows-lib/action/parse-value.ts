import { parseDuration } from '../core/duration.ts';
import { oneLine } from '../core/log-guard.ts';
import { listed, nearest } from '../core/nearest.ts';
import type { InputSpec } from './spec.ts';

/** A value, or what is wrong with the text: what was given and what is allowed. */
export type ParsedValue = { readonly value: string | number | boolean | readonly string[] } | { readonly mistake: string };

const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];

/** Reads the trimmed, non-empty text of one input by its kind. A secret is never quoted. */
export function parseValue(input: InputSpec, text: string): ParsedValue {
  const given = input.secret === true ? 'what was given' : JSON.stringify(oneLine(text, 80));
  switch (input.kind) {
    case 'text':
      return { value: text };
    case 'path':
      return /[\r\n]/.test(text) ? { mistake: `${given} is not one path; give one line` } : { value: text };
    case 'list':
      return { value: linesOf(text) };
    case 'boolean':
      return parseBoolean(text) ?? { mistake: `${given} is neither true nor false` };
    case 'integer':
      return parseInteger(text, input) ?? { mistake: `${given} is not a whole number from ${input.min} to ${input.max}` };
    case 'duration':
      return parseTime(text) ?? { mistake: `${given} is not a duration; give one like 500ms, 30s or 5m` };
    case 'choice':
      return input.choices.includes(text) ? { value: text } : { mistake: wrongChoice({ given, text }, input.choices) };
  }
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function parseBoolean(text: string): ParsedValue | undefined {
  if (TRUE.includes(text)) return { value: true };
  return FALSE.includes(text) ? { value: false } : undefined;
}

function parseInteger(text: string, { min, max }: { readonly min: number; readonly max: number }): ParsedValue | undefined {
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max ? { value } : undefined;
}

function parseTime(text: string): ParsedValue | undefined {
  const value = parseDuration(text);
  return value === undefined || !Number.isFinite(value) ? undefined : { value };
}

function wrongChoice({ given, text }: { readonly given: string; readonly text: string }, choices: readonly string[]): string {
  const near = nearest(text, choices);
  return `${given} is not one of ${listed(choices)}${near === undefined ? '' : `; did you mean ${near}?`}`;
}

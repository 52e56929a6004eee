import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFileAtomic } from '../core/atomic-file.ts';
import { UsageError } from '../core/errors.ts';
import type { RunDocument } from '../history/run-document.ts';
import { renderHtml } from '../report/html.ts';
import { renderJson } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { reasonOf } from './write-failure.ts';

/** Where a run was written. */
export interface SavedRun {
  readonly folder: string;
  readonly document: string;
  readonly html: string;
  readonly markdown: string;
  /** Set when the wanted folder could not be written and another one was taken. */
  readonly failure?: UsageError;
}

/** Folder of runs when no --out is given, relative to the working folder. */
export const DEFAULT_OUT = '.shotclock';

/**
 * Writes the run document and its reports to `out/runs/<id>/`, each whole or not at all. When that folder cannot be written (a full disk, no
 * permission) the run goes to the temporary folder instead and `failure` says so. Throws UsageError when neither can be written.
 */
export async function saveRun(document: RunDocument, out: string): Promise<SavedRun> {
  const texts = { json: renderJson(document), html: renderHtml(document), markdown: renderMarkdown(document) };
  try {
    return await writeRun(texts, join(out, 'runs', document.run.id));
  } catch (error) {
    const problem = `cannot write the run to ${out}: ${reasonOf(error)}`;
    const fallback = join(tmpdir(), `shotclock-${document.run.id}`);
    try {
      const saved = await writeRun(texts, fallback);
      return { ...saved, failure: new UsageError(`${problem}; it was saved to ${fallback} instead`, { cause: error }) };
    } catch (second) {
      throw new UsageError(
        `${problem}, nor to ${fallback}: ${reasonOf(second)}; free some space or choose another folder with --out`,
        {
          cause: error,
        },
      );
    }
  }
}

interface RunTexts {
  readonly json: string;
  readonly html: string;
  readonly markdown: string;
}

async function writeRun(texts: RunTexts, folder: string): Promise<SavedRun> {
  const saved = {
    folder,
    document: join(folder, 'run.json'),
    html: join(folder, 'report.html'),
    markdown: join(folder, 'report.md'),
  };
  // The document first: with it, the reports can be made again.
  await writeFileAtomic(saved.document, texts.json);
  await writeFileAtomic(saved.html, texts.html);
  await writeFileAtomic(saved.markdown, texts.markdown);
  return saved;
}

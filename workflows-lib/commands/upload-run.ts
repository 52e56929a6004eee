import { basename } from 'node:path';
import { uploadArtifact } from '../github/upload-artifact.ts';
import type { UploadedArtifact } from '../github/upload-artifact.ts';
import type { CommandContext } from './context.ts';
import type { SavedRun } from './save-run.ts';

/** How the artifact is called and how long it is kept; GitHub's own default where no days are given. */
export interface UploadRunOptions {
  readonly name: string;
  readonly retentionDays?: number;
}

/**
 * Uploads the run document and its reports as one artifact of the running job, `run.json` at its root, where `publishReport` looks for it.
 * Throws UsageError outside of a job and on GitHub Enterprise Server.
 */
export async function uploadRun(saved: SavedRun, options: UploadRunOptions, context: CommandContext): Promise<UploadedArtifact> {
  const files = [saved.document, saved.html, saved.markdown].map((path) => basename(path));
  return await uploadArtifact({
    ...options,
    root: saved.folder,
    files,
    env: context.env,
    log: context.log,
    signal: context.signal,
  });
}

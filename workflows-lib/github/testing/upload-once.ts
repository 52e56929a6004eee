/** A process that uploads as a job does, so that a test sees all that the toolkit prints. Arguments: the options as JSON, a file for the ending. */
import { writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { toError } from '../../core/errors.ts';
import { silentLog } from '../../core/log.ts';
import { uploadArtifact, type UploadOptions } from '../upload-artifact.ts';

const [options = '{}', ending = ''] = process.argv.slice(2);
try {
  const given = JSON.parse(options) as Pick<UploadOptions, 'name' | 'root' | 'files'>;
  writeFileSync(ending, JSON.stringify({ result: await uploadArtifact({ ...given, env: process.env, log: silentLog }) }));
} catch (thrown) {
  const { name, message } = toError(thrown);
  writeFileSync(
    ending,
    JSON.stringify({ error: { name, message, everything: inspect(thrown, { depth: 20, showHidden: true }) } }),
  );
}
// The toolkit may still be trying in the background.
process.exit();

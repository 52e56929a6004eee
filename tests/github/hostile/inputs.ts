/** Cases of the corpus as the bytes and texts that a stranger would hand in. */
import { seededRandom } from '../../../workflows-lib/core/random.ts';
import { writeZip } from '../../../workflows-lib/github/testing/zip-writer.ts';
import type { ZipEntry } from '../../../workflows-lib/github/testing/zip-writer.ts';
import { baseDocument, textFields } from './cases.ts';
import type { ArchiveEntry, CaseOf } from './cases.ts';
import { withKey, withValues } from './values.ts';

const LONGEST_NAME = 200;
const NAME_FIELD = /\/(?:system|seed|operation|class|type|unit|version|provider|model|id)$|^\/(?!objectives).*\/stage$/;

/** The text of a document case, before anything has read it. */
export function documentText({ input }: CaseOf<'document'>): string {
  if ('raw' in input) return input.raw.join('');
  if ('set' in input) return JSON.stringify(withValues(baseDocument(), input.set));
  const [wanted, instead] = input.replace;
  const text = JSON.stringify(baseDocument());
  if (!text.includes(wanted)) throw new Error(`the base document has no ${wanted}`);
  return text.replace(wanted, () => instead);
}

/** The base document with a text in every place that takes one, cut to what a name may be where it is one. */
export function documentFullOf(text: string): string {
  const { values, keys } = textFields();
  return documentWith([...values, ...keys], () => text);
}

/** Places that name the same thing, which a document is held to. */
const LINKED = /\/(?:operation|stage|provider|model|id)$|^\/cost\/unpriced\//;

/** As few documents as hold all of these texts, each of them in another place. */
export function documentsFullOf(texts: readonly string[]): string[] {
  const { values, keys } = textFields();
  const [first = '', ...linked] = values.filter((pointer) => LINKED.test(pointer));
  const places = [first, ...values.filter((pointer) => !LINKED.test(pointer)), ...keys];
  return Array.from({ length: Math.ceil(texts.length / places.length) }, (_, round) => {
    const textAt = (pointer: string): string =>
      texts[(round * places.length + Math.max(0, places.indexOf(pointer))) % texts.length] ?? '';
    return documentWith([...places, ...linked], textAt);
  });
}

function documentWith(pointers: readonly string[], textAt: (pointer: string) => string): string {
  const { keys } = textFields();
  const isName = (pointer: string): boolean => NAME_FIELD.test(pointer) || keys.includes(pointer);
  const fitting = (pointer: string): string => (isName(pointer) ? textAt(pointer).slice(0, LONGEST_NAME) : textAt(pointer));
  const planted = pointers.filter((pointer) => !keys.includes(pointer)).map((pointer) => [pointer, fitting(pointer)] as const);
  return JSON.stringify(
    keys.reduce(
      (document, pointer) => withKey(document, pointer, fitting(pointer)),
      withValues(baseDocument(), Object.fromEntries(planted)),
    ),
  );
}

/** The bytes of an archive case. */
export function archiveBytes({ input }: CaseOf<'archive'>): Buffer {
  if ('base64' in input) return Buffer.from(input.base64, 'base64');
  const { zip64, comment, entryCount, keep } = input.options ?? {};
  return writeZip(input.entries.flatMap(zipEntries), {
    ...(comment === undefined ? {} : { comment }),
    ...(entryCount === undefined ? {} : { entryCount }),
    ...(keep === undefined ? {} : { keep }),
    ...(zip64 === undefined
      ? {}
      : {
          zip64: {
            entries: BigInt(zip64.entries),
            directorySize: BigInt(zip64.directorySize),
            directoryOffset: BigInt(zip64.directoryOffset),
          },
        }),
  });
}

function zipEntries({ name = '', nameBase64, times = 1, claim = {}, ...entry }: ArchiveEntry): ZipEntry[] {
  const { method, mode, sharesDataOf } = entry;
  const rest = {
    content: contentOf(entry),
    ...(method === undefined ? {} : { method }),
    ...(mode === undefined ? {} : { mode }),
    ...(sharesDataOf === undefined ? {} : { sharesDataOf }),
    claim: Object.fromEntries(Object.entries(claim).filter(([, value]) => value !== undefined)),
  };
  const names = Array.from({ length: times }, (_, index) => name.replace('$', String(index)));
  return names.map((each) => ({ name: nameBase64 === undefined ? each : Buffer.from(nameBase64, 'base64'), ...rest }));
}

function contentOf({ content = '', zeros, random }: Pick<ArchiveEntry, 'content' | 'zeros' | 'random'>): string | Buffer {
  if (zeros !== undefined) return Buffer.alloc(zeros);
  if (random === undefined) return content;
  const source = seededRandom('hostile');
  return Buffer.from(Array.from({ length: random }, () => Math.floor(source.next() * 256)));
}

/** The hostile corpus: what it may say, and where it is. README.md describes it for people. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writtenOut } from './values.ts';

const name = z.string().min(1);
const pattern = z.string();

const neutralised = z.strictObject({
  /** In everything that people see. */
  everywhere: z.array(pattern).optional(),
  comment: z.array(pattern).optional(),
});

const outcome = z.union([
  z.strictObject({ rejected: pattern }),
  z.strictObject({
    neutralised,
    shows: z.strictObject({ comment: z.array(pattern).optional(), log: z.array(pattern).optional() }).optional(),
  }),
]);

const textCase = z.strictObject({
  name,
  kind: z.literal('text'),
  input: z.strictObject({ text: z.preprocess(writtenOut, z.string()) }),
  expect: outcome,
});

const documentCase = z.strictObject({
  name,
  kind: z.literal('document'),
  input: z.union([
    z.strictObject({ raw: z.preprocess(writtenOut, z.array(z.string())) }),
    z.strictObject({ set: z.record(z.string(), z.unknown()) }),
    z.strictObject({ replace: z.tuple([z.string(), z.string()]) }),
  ]),
  expect: outcome,
});

const reasonCase = z.strictObject({
  name,
  kind: z.literal('reason'),
  input: z.strictObject({ text: z.string() }),
  expect: z.strictObject({ neutralised }),
});

const markerCase = z.strictObject({
  name,
  kind: z.literal('marker'),
  input: z.strictObject({ body: z.string() }),
  expect: z.strictObject({ marker: z.unknown() }),
});

const eventCase = z.strictObject({
  name,
  kind: z.literal('event'),
  input: z.strictObject({ event: z.string(), payload: z.unknown(), env: z.record(z.string(), z.string()).optional() }),
  expect: z.union([
    z.strictObject({ rejected: pattern }),
    z.strictObject({ subject: z.record(z.string(), z.unknown()), without: z.array(z.string()).optional() }),
  ]),
});

const entrySchema = z.strictObject({
  name: z.string().optional(),
  nameBase64: z.string().optional(),
  content: z.string().optional(),
  /** Instead of `content`: so many zero bytes, or so many that do not compress. */
  zeros: z.int().optional(),
  random: z.int().optional(),
  /** So many entries, numbered where their name has a `$`. */
  times: z.int().optional(),
  method: z.enum(['store', 'deflate']).optional(),
  mode: z.int().optional(),
  sharesDataOf: z.int().optional(),
  claim: z
    .strictObject({
      size: z.int().optional(),
      crc: z.int().optional(),
      flags: z.int().optional(),
      method: z.int().optional(),
      local: z.strictObject({ name: z.string() }).optional(),
      offset: z.int().optional(),
    })
    .optional(),
});

const zip64 = z.strictObject({ entries: z.string(), directorySize: z.string(), directoryOffset: z.string() });

const archiveCase = z.strictObject({
  name,
  kind: z.literal('archive'),
  input: z.union([
    z.strictObject({
      entries: z.array(entrySchema),
      options: z
        .strictObject({
          comment: z.string().optional(),
          entryCount: z.int().optional(),
          keep: z.int().optional(),
          zip64: zip64.optional(),
        })
        .optional(),
    }),
    z.strictObject({ base64: z.base64() }),
  ]),
  expect: z.union([
    z.strictObject({ rejected: pattern }),
    z.strictObject({ files: z.array(z.string()), without: z.array(z.string()).optional() }),
  ]),
});

const anyCase = z.discriminatedUnion('kind', [textCase, documentCase, reasonCase, markerCase, eventCase, archiveCase]);

/** One hostile input, and what must become of it. */
export type HostileCase = z.infer<typeof anyCase>;
/** The cases of one kind. */
export type CaseOf<K extends HostileCase['kind']> = Extract<HostileCase, { kind: K }>;
/** An entry of an archive as the corpus writes it. */
export type ArchiveEntry = z.infer<typeof entrySchema>;

const FAMILIES = ['texts', 'documents', 'spoofing', 'markers', 'archives'] as const;

/** Every case, file by file. Throws where a file is not as the README says. */
export function hostileCases(): HostileCase[] {
  return FAMILIES.flatMap((family) => z.array(anyCase).parse(read(`${family}.json`)));
}

/** The honest document that cases change. */
export function baseDocument(): unknown {
  return read('base-document.json');
}

/** Where a run document has text: JSON Pointers to values, and to fields whose names are text. */
export function textFields(): { readonly values: readonly string[]; readonly keys: readonly string[] } {
  return z.strictObject({ values: z.array(z.string()), keys: z.array(z.string()) }).parse(read('text-fields.json'));
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

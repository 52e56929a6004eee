import { z } from 'zod';

/** Protobuf's JSON writes 64-bit integers as strings and leaves out what has its default value. */
const INT64 = z.string().regex(/^(0|[1-9]\d{0,18})$/);

/** What an artifact's name may not hold: control characters, and what some file system cannot store. */
const NAME = z
  .string()
  .min(1)
  .max(260)
  .regex(/^[^"*/:<>?\\|\p{Cc}]+$/u);

const BACKEND_IDS = { workflow_run_backend_id: z.string().min(1), workflow_job_run_backend_id: z.string().min(1) };

/** The requests of `github.actions.results.api.v1.ArtifactService` in the JSON of protobuf, with no field more than it knows. */
export const ARTIFACT_REQUESTS = {
  CreateArtifact: z.strictObject({
    ...BACKEND_IDS,
    name: NAME,
    version: z.literal(7),
    mime_type: z
      .string()
      .regex(/^[\w.+-]+\/[\w.+-]+$/)
      .optional(),
    expires_at: z.iso.datetime().optional(),
  }),
  FinalizeArtifact: z.strictObject({
    ...BACKEND_IDS,
    name: NAME,
    size: INT64.default('0'),
    hash: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/)
      .optional(),
  }),
  ListArtifacts: z.strictObject({ ...BACKEND_IDS, name_filter: z.string().optional(), id_filter: INT64.optional() }),
  GetSignedArtifactURL: z.strictObject({ ...BACKEND_IDS, name: NAME }),
  DeleteArtifact: z.strictObject({ ...BACKEND_IDS, name: NAME }),
} as const;

/** The parsed request of a call. */
export type ArtifactRequest<C extends keyof typeof ARTIFACT_REQUESTS> = z.infer<(typeof ARTIFACT_REQUESTS)[C]>;
